import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Menu } from "@mantine/core";
import { IconAt, IconKey, IconLock, IconLockOpen, IconLogout, IconMail, IconMailOff } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { failToast } from "../failToast.ts";
import { HeadMenu } from "../HeadMenu.tsx";
import { later } from "../later.ts";
import { useCan } from "../me.ts";
import { customerText } from "../text/customer.ts";
import { trpc } from "../trpc.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { useEndSessions } from "./useEndSessions.ts";

const dialogs = () => import("./customerDialogs.tsx");
const openChangeEmail = later(async () => (await dialogs()).openChangeEmail);
const openDisable = later(async () => (await dialogs()).openDisable);
const t = customerText;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface CustomerActionsProps {
  customer: CustomerDetail;
  /** What stands before the menu: adding to a group, which is another feature's. */
  children: ReactNode;
}

/** What can be done with a customer right now; only what the status and the role allow. */
export function CustomerActions({ customer, children }: CustomerActionsProps) {
  const can = useCan();
  const { id, version, email, status, liveSessions } = customer;
  const invite = useMutation(trpc.customers.invite.mutationOptions());
  const withdraw = useMutation(trpc.customers.withdrawInvitation.mutationOptions());
  const enable = useMutation(trpc.customers.enable.mutationOptions());
  const reset = useMutation(trpc.customers.sendPasswordReset.mutationOptions());
  const endSessions = useEndSessions(customer);
  if (!can("customers.write") || status === "erased") return children;

  const told = (message: string) => ({ onSuccess: () => doneToast(message), onError: failToast });
  const sendInvitation = () => invite.mutate({ id, version }, told(t.action.invited(email ?? "")));
  return (
    <>
      {children}
      {status === "guest" && email !== null && (
        <Button
          variant="default"
          leftSection={<IconMail {...icon} />}
          loading={invite.isPending}
          onClick={sendInvitation}
        >
          {t.header.invite}
        </Button>
      )}
      <HeadMenu label={t.header.actions} width={240}>
        {status === "invited" && (
          <>
            <Menu.Item leftSection={<IconMail {...icon} />} onClick={sendInvitation}>
              {t.header.inviteAgain}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconMailOff {...icon} />}
              onClick={() => withdraw.mutate({ id, version }, told(t.action.withdrawn))}
            >
              {t.header.withdraw}
            </Menu.Item>
          </>
        )}
        {status === "active" && (
          <Menu.Item
            leftSection={<IconKey {...icon} />}
            onClick={() => reset.mutate({ id }, told(t.action.resetSent(email ?? "")))}
          >
            {t.header.reset}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconAt {...icon} />} onClick={() => openChangeEmail(customer)}>
          {t.header.changeEmail}
        </Menu.Item>
        {hasAccount(status) && liveSessions > 0 && (
          <Menu.Item leftSection={<IconLogout {...icon} />} onClick={endSessions.ask}>
            {t.header.endSessions}
          </Menu.Item>
        )}
        {status === "active" && (
          <Menu.Item color="red" leftSection={<IconLock {...icon} />} onClick={() => openDisable(customer)}>
            {t.header.disable}
          </Menu.Item>
        )}
        {status === "disabled" && (
          <Menu.Item
            leftSection={<IconLockOpen {...icon} />}
            onClick={() => enable.mutate({ id, version }, told(t.action.enabled))}
          >
            {t.header.enable}
          </Menu.Item>
        )}
      </HeadMenu>
    </>
  );
}
