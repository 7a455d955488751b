import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { AnchorLink } from "../links.tsx";
import { TabLinks } from "../TabLinks.tsx";
import { text } from "../text.ts";
import { pricingText } from "../text/pricing.ts";
import { audienceSentence } from "./audienceForm.ts";
import type { PriceListDetail } from "./priceListForm.ts";
import { PriceListActions } from "./PriceListActions.tsx";
import { Schedule } from "./Schedule.tsx";
import { StateBadge } from "./StateBadge.tsx";

const t = pricingText;

export interface PriceListHeadProps {
  list: PriceListDetail;
  onCopy: () => void;
  onRemoved: () => Promise<void>;
}

/** The name of a price list, what it is for whom and when, what can be done with it, and its sections. */
export function PriceListHead({ list, onCopy, onRemoved }: PriceListHeadProps) {
  const params = { priceListId: list.id };
  return (
    <>
      <PageHeader
        title={list.name}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="lists" to="/price-lists" size="sm">
            {t.title}
          </AnchorLink>,
        ]}
        beside={<StateBadge state={list.state} />}
        description={
          <>
            {t.type[list.type]}&nbsp;· <bdi>{audienceSentence(list.audience)}</bdi>&nbsp;· <Schedule {...list} />
          </>
        }
        actions={<PriceListActions list={list} onCopy={onCopy} onRemoved={onRemoved} />}
      />
      <TabLinks
        label={t.tabs.label}
        tabs={[
          {
            id: "prices",
            label: t.tabs.prices,
            count: list.variants === 0 ? undefined : list.variants.toLocaleString(),
            to: "/price-lists/$priceListId",
            params,
            exact: true,
          },
          { id: "settings", label: t.tabs.settings, to: "/price-lists/$priceListId/settings", params },
          { id: "conflicts", label: t.tabs.conflicts, to: "/price-lists/$priceListId/conflicts", params },
        ]}
      />
    </>
  );
}
