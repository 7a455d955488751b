import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ButtonLink } from "../links.tsx";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { OrderPage } from "./OrderPage.tsx";

const t = ordersText.guest;

export interface GuestOrderProps {
  store: string;
  /** What the mailed link carried; null when the page was opened without one. */
  token: string | null;
}

/** An order without an account, opened by the link that was mailed. */
export function GuestOrder({ store, token }: GuestOrderProps) {
  return token === null ? (
    <NoOrder store={store} title={t.missingTitle} body={t.missing} />
  ) : (
    <Opened store={store} token={token} />
  );
}

function Opened({ store, token }: { store: string; token: string }) {
  // Each look counts as a try of the link's secret, so coming back to the page is none.
  const order = useQuery(trpc.orders.guest.queryOptions({ token }, { gcTime: 0, refetchOnWindowFocus: false }));
  if (order.data !== undefined) return <OrderPage store={store} order={order.data} listed={false} />;
  if (isProblemCode(order.error, "link.expired", "order.not_found", "input.invalid")) {
    return <NoOrder store={store} title={t.goneTitle} body={t.gone} />;
  }
  return (
    <>
      <PageHeader title={t.checking} store={store} />
      {order.isError ? (
        <ProblemNotice error={order.error} onRetry={() => void order.refetch()} />
      ) : (
        <CardSkeleton cards={2} />
      )}
    </>
  );
}

interface NoOrderProps {
  store: string;
  title: string;
  body: string;
}

const NoOrder = ({ store, title, body }: NoOrderProps) => (
  <>
    <PageHeader title={title} store={store} description={body} />
    <Group gap="xs">
      <ButtonLink to="/find-my-order">{t.newLink}</ButtonLink>
      <ButtonLink to="/sign-in" variant="default">
        {text.shell.signIn}
      </ButtonLink>
    </Group>
  </>
);
