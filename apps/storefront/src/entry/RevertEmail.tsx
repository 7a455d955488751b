import { useMutation } from "@tanstack/react-query";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { ActOnLink } from "./ActOnLink.tsx";
import type { EmailLinkProps } from "./ConfirmEmail.tsx";

/** Behind the link sent to the former address: whoever did not ask for the change takes it back. */
export function RevertEmail({ link, onDone }: EmailLinkProps) {
  const t = text.revertEmail;
  const revert = useMutation(trpc.account.revertEmailChange.mutationOptions({ meta: { invalidates: [] } }));
  return (
    <ActOnLink
      title={t.title}
      body={t.body(link.email)}
      consequence={t.consequence}
      verb={t.submit}
      act={() => revert.mutateAsync({ token: link.token })}
      onDone={onDone}
    />
  );
}
