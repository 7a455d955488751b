import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { List, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";

const t = text.groups.settings;
type Usage = Outputs["groups"]["usage"];

/** The price lists and discounts that name a group, to be opened. */
function UsageLists({ usage: { priceLists, discounts } }: { usage: Usage }) {
  const mayOpen = useCan()("pricing.read");
  const link = (kind: "list" | "discount", { id, name }: { id: string; name: string }) => {
    if (!mayOpen) return <bdi>{name}</bdi>;
    return kind === "list" ? (
      <AnchorLink to="/price-lists/$priceListId/settings" params={{ priceListId: id }}>
        <bdi>{name}</bdi>
      </AnchorLink>
    ) : (
      <AnchorLink to="/discounts/$discountId" params={{ discountId: id }}>
        <bdi>{name}</bdi>
      </AnchorLink>
    );
  };
  const part = (title: string, kind: "list" | "discount", things: Usage["priceLists"]) =>
    things.length > 0 && (
      <>
        <Text fw={550} mt="xs">
          {title}
        </Text>
        <List size="sm">
          {things.map((thing) => (
            <List.Item key={thing.id}>{link(kind, thing)}</List.Item>
          ))}
        </List>
      </>
    );
  return (
    <>
      {part(t.priceLists, "list", priceLists)}
      {part(t.discounts, "discount", discounts)}
    </>
  );
}

/** What a group gives its members. */
export function GroupUsage({ groupId }: { groupId: string }) {
  const usage = useQuery(trpc.groups.usage.queryOptions({ id: groupId }));
  return (
    <Paper p="lg" mt="md" maw={760} component="section" aria-labelledby="group-usage">
      <Title order={2} id="group-usage">
        {t.usage}
      </Title>
      <ProblemNotice error={usage.error} onRetry={() => void usage.refetch()} />
      {usage.isPending && <CardSkeleton lines={2} />}
      {usage.data !== undefined &&
        (usage.data.priceLists.length + usage.data.discounts.length === 0 ? (
          <Text c="dimmed">{t.notUsed}</Text>
        ) : (
          <UsageLists usage={usage.data} />
        ))}
    </Paper>
  );
}
