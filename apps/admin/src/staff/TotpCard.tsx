import { confirm } from "@clientele/ui/confirm.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { lazy } from "react";
import { failToast } from "../failToast.ts";
import { useMe } from "../me.ts";
import { openDialog } from "../openDialog.tsx";
import { withProof } from "../proof.ts";
import { text } from "../text.ts";
import { client, queryClient, trpc } from "../trpc.ts";

const RecoveryCodes = lazy(async () => ({ default: (await import("./RecoveryCodes.tsx")).RecoveryCodes }));
const TotpSetup = lazy(async () => ({ default: (await import("./TotpSetup.tsx")).TotpSetup }));
const t = text.staff.profile;

/** The second factor: set up, renew its recovery codes, switch off. */
export function TotpCard() {
  const { totp, recoveryCodesLeft } = useMe();
  const router = useRouter();
  const refresh = async () => {
    // Nobody watches this query but the route, which would take its old answer.
    await queryClient.fetchQuery(trpc.account.me.queryOptions(undefined, { staleTime: 0 }));
    await router.invalidate();
  };
  const start = useMutation({
    mutationFn: () => withProof(() => client.account.enableTotp.mutate()),
    onError: failToast,
    onSuccess: (started) =>
      openDialog(t.setupTitle, (close) => <TotpSetup started={started} onDone={refresh} close={close} />, 480),
  });
  const disable = useMutation({
    mutationFn: () => withProof(() => client.account.disableTotp.mutate()),
    onError: failToast,
    onSuccess: async () => {
      doneToast(t.disabled);
      await refresh();
    },
  });
  const renew = useMutation({
    mutationFn: () => withProof(() => client.account.newRecoveryCodes.mutate()),
    onError: failToast,
    onSuccess: async ({ codes }) => {
      openDialog(t.codesTitle, (close) => <RecoveryCodes codes={codes} close={close} />, 480);
      await refresh();
    },
  });
  const askDisable = async () => {
    if (await confirm({ title: t.disableTitle, consequence: t.disableBody, verb: t.disableVerb })) disable.mutate();
  };
  const askRenew = async () => {
    const yes = await confirm({
      title: t.newCodesTitle,
      consequence: t.newCodesBody,
      verb: t.newCodesVerb,
      harmful: false,
    });
    if (yes) renew.mutate();
  };
  return (
    <Paper p="lg" component="section" aria-labelledby="own-totp">
      <Group gap="xs" mb={4}>
        <Title order={2} id="own-totp">
          {t.totp}
        </Title>
        <ToneBadge tone={totp ? "good" : "neutral"}>
          {totp ? text.staff.list.totpOn : text.staff.list.totpOff}
        </ToneBadge>
      </Group>
      <Text c="dimmed" mb="md">
        {totp ? t.totpOn(recoveryCodesLeft) : t.totpOff}
      </Text>
      {totp ? (
        <Group gap="xs">
          <Button variant="default" onClick={askRenew} loading={renew.isPending}>
            {t.newCodes}
          </Button>
          <Button variant="default" onClick={askDisable} loading={disable.isPending}>
            {t.disable}
          </Button>
        </Group>
      ) : (
        <Button variant="default" onClick={() => start.mutate()} loading={start.isPending}>
          {t.enable}
        </Button>
      )}
    </Paper>
  );
}
