import { createFileRoute } from "@tanstack/react-router";
import { Conflicts } from "../../../../pricing/Conflicts.tsx";

export const Route = createFileRoute("/_staff/price-lists/$priceListId/conflicts")({ component: OwnConflicts });

function OwnConflicts() {
  const { priceListId } = Route.useParams();
  return <Conflicts priceListId={priceListId} />;
}
