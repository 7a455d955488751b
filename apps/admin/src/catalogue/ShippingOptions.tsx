import { confirm } from "@clientele/ui/confirm.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { RowMenu } from "../RowMenu.tsx";
import { regionsText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import type { Region, ShippingOption } from "./regionForm.ts";
import classes from "./Regions.module.css";

const t = regionsText.options;

export interface ShippingOptionsProps {
  region: Region;
  editable: boolean;
  onNew: () => void;
  onEdit: (optionId: string) => void;
}

/** The ways goods are sent in a region, with what each costs. */
export function ShippingOptions({ region, editable, onNew, onEdit }: ShippingOptionsProps) {
  const options = useQuery(trpc.shippingOptions.list.queryOptions({ regionId: region.id }));
  return (
    <>
      <Group justify="space-between" mt="lg" mb={4}>
        <Title order={3}>{t.title}</Title>
        {editable && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
            aria-label={t.addIn(region.name)}
            onClick={onNew}
          >
            {t.add}
          </Button>
        )}
      </Group>
      <ProblemNotice error={options.error} onRetry={() => void options.refetch()} />
      {options.isPending && <Skeleton h={44} />}
      {options.data?.length === 0 && <Text c="dimmed">{t.none}</Text>}
      <ul className={classes["options"]} aria-label={t.titleOf(region.name)}>
        {options.data?.map((option) => (
          <li key={option.id} className={classes["option"]}>
            <div className={classes["words"]}>
              <Text fw={550}>
                <bdi>{option.name}</bdi>
              </Text>
              {option.description !== "" && (
                <Text size="sm" c="dimmed">
                  <bdi>{option.description}</bdi>
                </Text>
              )}
            </div>
            <span className="figures">{option.price.amount === 0 ? t.free : <Money of={option.price} />}</span>
            {editable && <OptionMenu option={option} onEdit={() => onEdit(option.id)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function OptionMenu({ option: { id, version, name }, onEdit }: { option: ShippingOption; onEdit: () => void }) {
  const remove = useMutation(trpc.shippingOptions.remove.mutationOptions());
  const ask = async () => {
    const { title, body, verb, done } = t.removal;
    if (!(await confirm({ title: title(name), consequence: body, verb }))) return;
    remove.mutate({ id, version }, { onSuccess: () => doneToast(done(name)), onError: failToast });
  };
  return (
    <RowMenu label={t.actions(name)} edit={t.edit} onEdit={onEdit} remove={t.remove} onRemove={() => void ask()} />
  );
}
