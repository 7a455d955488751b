import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconMailOpened } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DevMailNotice } from "../DevMailNotice.tsx";
import { ButtonLink, TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { checkoutText } from "../text/checkout.ts";
import { trpc } from "../trpc.ts";
import type { Placed } from "./useCheckout.ts";

const t = checkoutText;

export interface ThankYouProps {
  store: string;
  /** The answer of the checkout; null after the page was loaded anew. */
  placed: Placed | null;
  number: number | null;
  signedIn: boolean;
  /** The order itself, as far as it is known. */
  children: ReactNode;
}

export function ThankYou({ store, placed, number, signedIn, children }: ThankYouProps) {
  return (
    <>
      <PageHeader
        title={number === null ? t.yourOrder : t.thanks}
        store={store}
        description={[number === null ? "" : `${t.thanksNumber(number)}.`, mailText(placed)].join(" ").trim()}
      />
      <Stack gap="xl" maw="52rem">
        <DevMailNotice />
        {placed?.guest === true && placed.order.email !== null && (
          <KeepInAccount email={placed.order.email} orderId={placed.order.id} />
        )}
        {placed === null && !signedIn && (
          <Text>
            {t.lostLink} <TextLink to="/find-my-order">{text.shell.findOrder}</TextLink>
          </Text>
        )}
        {children}
        <Group gap="sm">
          {signedIn && <ButtonLink to="/account/orders">{t.toOrders}</ButtonLink>}
          <ButtonLink to="/" variant="default">
            {t.goOn}
          </ButtonLink>
        </Group>
      </Stack>
    </>
  );
}

const mailText = (placed: Placed | null): string => {
  if (placed === null) return t.mailedUnknown;
  const { email } = placed.order;
  if (email === null) return "";
  return placed.guest ? t.mailedLink(email) : t.mailed(email);
};

/** One step to an account that has this order in it; the mailbox is proved by the link, as always. */
function KeepInAccount({ email, orderId }: { email: string; orderId: string }) {
  const ask = useMutation(trpc.account.requestSignUp.mutationOptions({ meta: { invalidates: [] } }));
  if (ask.isSuccess) {
    return (
      <Alert role="status" title={t.account.sentTitle} icon={<IconMailOpened size={18} stroke={1.6} aria-hidden />}>
        {t.account.sent(email)}
      </Alert>
    );
  }
  return (
    <Paper p="lg" component="section" aria-labelledby="keep">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3" id="keep">
          {t.account.title}
        </Title>
        <Text style={{ overflowWrap: "anywhere" }}>{t.account.body(email)}</Text>
        <ProblemNotice error={ask.error} />
        <Button loading={ask.isPending} onClick={() => ask.mutate({ email, orderId })}>
          {t.account.submit}
        </Button>
      </Stack>
    </Paper>
  );
}
