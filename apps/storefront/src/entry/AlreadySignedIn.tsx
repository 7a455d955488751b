import { Button } from "@mantine/core";
import { client } from "../trpc.ts";
import { ButtonLink } from "../links.tsx";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";
import { EntryPage } from "./EntryPage.tsx";

const t = text.openAccount;

/** A link that opens an account, followed in a browser where another one is signed in. */
export function AlreadySignedIn({ email }: { email: string }) {
  const leave = async () => {
    await client.account.signOut.mutate();
    await meetCustomer();
  };
  return (
    <EntryPage title={t.signedInTitle} description={t.signedIn(email)}>
      <Button onClick={() => void leave()}>{text.shell.signOut}</Button>
      <ButtonLink to="/account" variant="default">
        {t.toAccount}
      </ButtonLink>
    </EntryPage>
  );
}
