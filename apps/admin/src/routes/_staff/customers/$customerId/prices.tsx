import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/_staff/customers/$customerId/prices")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/_staff/customers/$customerId/prices"!</div>;
}
