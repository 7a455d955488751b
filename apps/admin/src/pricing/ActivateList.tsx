import { useLocale, useNow } from "@clientele/ui/locale.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { pricingText } from "../text/pricing.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { touchedLists } from "./touched.ts";
import type { PriceListDetail } from "./priceListForm.ts";

const t = pricingText.activate;
type Preview = Outputs["priceLists"]["previewActivation"];

function Changes({ preview, currency }: { preview: Preview; currency: string }) {
  const { locale } = useLocale();
  const { variants, customers, everyone, first } = preview;
  if (variants === 0) {
    return (
      <Stack gap={4}>
        <Text fw={550}>{t.nothing}</Text>
        <Text c="dimmed">{t.nothingHint}</Text>
      </Stack>
    );
  }
  return (
    <>
      <Text fw={550}>
        {t.changes(variants, t.customers(formatTotal(customers, locale), customers.count === 1), everyone)}
      </Text>
      <Table>
        <Table.Caption>{t.examples}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.variant}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t.before}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t.after}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {first.map(({ variantId, sku, title, before, after }) => (
            <Table.Tr key={variantId}>
              <Table.Th scope="row" fw={400}>
                <bdi>{title}</bdi>
                <Text span size="xs" c="dimmed" display="block">
                  {sku}
                </Text>
              </Table.Th>
              <Table.Td ta="end">
                <Money of={{ amount: before, currency }} />
              </Table.Td>
              <Table.Td ta="end">
                <Money of={{ amount: after, currency }} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** Says what activating changes and for how many, and does it. */
export function ActivateList({ list, close }: { list: PriceListDetail; close: () => void }) {
  const preview = useQuery(trpc.priceLists.previewActivation.queryOptions({ id: list.id }, { staleTime: 0 }));
  const activate = useMutation(trpc.priceLists.activate.mutationOptions(touchedLists));
  const now = useNow();
  const isLater = list.startsAt !== null && new Date(list.startsAt) > now;
  const go = () =>
    activate.mutate(
      { id: list.id, version: list.version },
      {
        onSuccess: () => {
          doneToast(t.done(list.name));
          close();
        },
      },
    );
  return (
    <Stack>
      <ProblemNotice error={activate.error ?? preview.error} />
      {preview.isPending && <CardSkeleton lines={4} />}
      {preview.data !== undefined && <Changes preview={preview.data} currency={list.currency} />}
      {isLater && <Text c="dimmed">{t.later}</Text>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
        <Button data-autofocus onClick={go} loading={activate.isPending}>
          {t.verb}
        </Button>
      </Group>
    </Stack>
  );
}
