import { countryName } from "@clientele/domain/customers/countryName";
import { confirm } from "@clientele/ui/confirm.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Group, Paper, Stack, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { AddButton } from "../AddButton.tsx";
import { Facts } from "../Facts.tsx";
import { failToast } from "../failToast.ts";
import { useCan } from "../me.ts";
import { RowMenu } from "../RowMenu.tsx";
import { text } from "../text.ts";
import { regionsText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import { type Region, writeRate } from "./regionForm.ts";
import { ShippingOptions } from "./ShippingOptions.tsx";

const t = regionsText;
const mostNamed = 12;

/** What the address of the page says is open: a new region, one that is edited, or a way of shipping. */
export interface RegionSheet {
  sheet?: "new" | "edit" | "new-shipping" | undefined;
  region?: string | undefined;
  option?: string | undefined;
}

export interface RegionsPageProps {
  onSheet: (sheet: RegionSheet) => void;
}

/** Every region the store sells in, with its ways of shipping. */
export function RegionsPage({ onSheet }: RegionsPageProps) {
  const can = useCan();
  const editable = can("catalogue.write");
  const regions = useQuery(trpc.regions.list.queryOptions());
  return (
    <>
      <PageHeader
        title={t.title}
        store={text.shell.app}
        description={t.description}
        actions={editable ? <AddButton onClick={() => onSheet({ sheet: "new" })}>{t.add}</AddButton> : undefined}
      />
      <Stack maw={760}>
        <ProblemNotice error={regions.error} onRetry={() => void regions.refetch()} />
        {regions.isPending && <CardSkeleton cards={2} lines={5} />}
        {regions.data?.map((region) => (
          <RegionCard key={region.id} region={region} editable={editable} onSheet={onSheet} />
        ))}
      </Stack>
    </>
  );
}

interface RegionCardProps extends RegionsPageProps {
  region: Region;
  editable: boolean;
}

function RegionCard({ region, editable, onSheet }: RegionCardProps) {
  const { locale } = useLocale();
  const { id, name, currency, taxRate, pricesIncludeTax, countries } = region;
  const names = countries
    .map((code) => countryName(code, "en"))
    .toSorted((one, other) => one.localeCompare(other, "en"));
  const shown = names.slice(0, mostNamed).join(", ");
  const rest = names.length - mostNamed;
  return (
    <Paper p="lg" component="section" aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" align="start" mb="sm">
        <Title order={2} id={id} style={{ overflowWrap: "anywhere" }}>
          <bdi>{name}</bdi>
        </Title>
        {editable && <RegionMenu region={region} onEdit={() => onSheet({ sheet: "edit", region: id })} />}
      </Group>
      <Facts
        facts={[
          [t.fact.currency, currency],
          [t.fact.tax, t.tax(writeRate(taxRate, locale), pricesIncludeTax)],
          [t.fact.countries, names.length === 0 ? t.noCountries : rest > 0 ? `${shown} ${t.more(rest)}` : shown],
        ]}
      />
      <ShippingOptions
        region={region}
        editable={editable}
        onNew={() => onSheet({ sheet: "new-shipping", region: id })}
        onEdit={(option) => onSheet({ option })}
      />
    </Paper>
  );
}

function RegionMenu({ region: { id, version, name }, onEdit }: { region: Region; onEdit: () => void }) {
  const remove = useMutation(
    trpc.regions.remove.mutationOptions({ meta: { invalidates: ["regions", "shippingOptions"] } }),
  );
  const ask = async () => {
    const { title, body, verb, done } = t.removal;
    if (!(await confirm({ title: title(name), consequence: body, verb }))) return;
    remove.mutate({ id, version }, { onSuccess: () => doneToast(done(name)), onError: failToast });
  };
  return (
    <RowMenu label={t.actions(name)} edit={t.edit} onEdit={onEdit} remove={t.remove} onRemove={() => void ask()} />
  );
}
