import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { createFileRoute } from "@tanstack/react-router";
import { AnchorLink } from "../../../links.tsx";
import { needs } from "../../../needs.ts";
import { Conflicts } from "../../../pricing/Conflicts.tsx";
import { text } from "../../../text.ts";
import { pricingText } from "../../../text/pricing.ts";
import { trpc } from "../../../trpc.ts";

export const Route = createFileRoute("/_staff/price-lists/conflicts")({
  beforeLoad: ({ context }) => needs(context.me, "pricing.read"),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(trpc.priceLists.conflicts.queryOptions({}));
  },
  component: AllConflicts,
});

function AllConflicts() {
  return (
    <>
      <PageHeader
        title={pricingText.conflicts.title}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="lists" to="/price-lists" size="sm">
            {pricingText.title}
          </AnchorLink>,
        ]}
      />
      <Conflicts />
    </>
  );
}
