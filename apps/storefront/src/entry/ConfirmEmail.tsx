import { useMutation } from "@tanstack/react-query";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { ActOnLink } from "./ActOnLink.tsx";
import type { OpenLink } from "./LinkGate.tsx";

export interface EmailLinkProps {
  link: OpenLink;
  onDone: () => void;
}

/** Behind the link sent to the new address of an account. */
export function ConfirmEmail({ link, onDone }: EmailLinkProps) {
  const t = text.confirmEmail;
  const confirm = useMutation(trpc.account.confirmEmailChange.mutationOptions({ meta: { invalidates: [] } }));
  return (
    <ActOnLink
      title={t.title}
      body={t.body(link.email)}
      verb={t.submit}
      act={() => confirm.mutateAsync({ token: link.token })}
      onDone={onDone}
    />
  );
}
