import { confirm } from "@clientele/ui/confirm.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconDots,
  IconLock,
  IconLockOpen,
  IconMail,
  IconMailOff,
  IconShieldOff,
  IconUserCog,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { later } from "../later.ts";
import { withProof } from "../proof.ts";
import { text } from "../text.ts";
import { client, trpc } from "../trpc.ts";
import type { StaffRow } from "./StaffPage.tsx";

const openSetRole = later(async () => (await import("./SetRole.tsx")).openSetRole);
const t = text.staff;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
type Action = "disable" | "enable" | "resetTotp" | "resendInvitation" | "withdrawInvitation";

/** What an owner can do with a colleague; each asks for the password when it was not given lately. */
export function StaffMenu({ member }: { member: StaffRow }) {
  const { id, version, name, email, status, totp } = member;
  const { mutate, isPending } = useMutation({
    mutationKey: trpc.staff.setRole.mutationKey(),
    mutationFn: (action: Action): Promise<unknown> =>
      withProof<unknown>(() => client.staff[action].mutate({ id, version })),
    onError: failToast,
  });
  const run = (action: Action, message: string) => mutate(action, { onSuccess: () => doneToast(message) });
  const ask = (action: Action, title: string, consequence: string, verb: string, message: string) => async () => {
    if (await confirm({ title, consequence, verb })) run(action, message);
  };
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t.list.actions(name)} loading={isPending}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {status === "invited" ? (
          <>
            <Menu.Item
              leftSection={<IconMail {...icon} />}
              onClick={() => run("resendInvitation", t.done.resent(email))}
            >
              {t.list.resend}
            </Menu.Item>
            <Menu.Item leftSection={<IconUserCog {...icon} />} onClick={() => openSetRole(member)}>
              {t.list.changeRole}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconMailOff {...icon} />}
              onClick={ask(
                "withdrawInvitation",
                t.confirm.withdrawTitle(name),
                t.confirm.withdrawBody,
                t.confirm.withdrawVerb,
                t.done.withdrawn,
              )}
            >
              {t.list.withdraw}
            </Menu.Item>
          </>
        ) : (
          <>
            <Menu.Item leftSection={<IconUserCog {...icon} />} onClick={() => openSetRole(member)}>
              {t.list.changeRole}
            </Menu.Item>
            {totp && (
              <Menu.Item
                leftSection={<IconShieldOff {...icon} />}
                onClick={ask(
                  "resetTotp",
                  t.confirm.totpTitle(name),
                  t.confirm.totpBody,
                  t.confirm.totpVerb,
                  t.done.totpReset(name),
                )}
              >
                {t.list.resetTotp}
              </Menu.Item>
            )}
            {status === "active" ? (
              <Menu.Item
                color="red"
                leftSection={<IconLock {...icon} />}
                onClick={ask(
                  "disable",
                  t.confirm.disableTitle(name),
                  t.confirm.disableBody,
                  t.confirm.disableVerb,
                  t.done.disabled(name),
                )}
              >
                {t.list.disable}
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconLockOpen {...icon} />} onClick={() => run("enable", t.done.enabled(name))}>
                {t.list.enable}
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
