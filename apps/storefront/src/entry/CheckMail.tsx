import { Text } from "@mantine/core";
import { DevMailNotice } from "../DevMailNotice.tsx";
import { ButtonLink, LoneLink } from "../links.tsx";
import { text } from "../text.ts";
import { EntryPage } from "./EntryPage.tsx";

const t = text.checkMail;

export interface CheckMailProps {
  purpose: "sign-up" | "reset";
  /** What was typed; null when the page was opened by its address. */
  email: string | null;
}

/** The same page for every address, known or not. */
export function CheckMail({ purpose, email }: CheckMailProps) {
  const address = email ?? t.anyEmail;
  return (
    <EntryPage
      title={t.title}
      description={purpose === "sign-up" ? t.signUp(address) : t.reset(address)}
      below={<LoneLink to="/sign-in">{t.toSignIn}</LoneLink>}
    >
      <DevMailNotice />
      <Text>{t.hint}</Text>
      <ButtonLink
        to={purpose === "sign-up" ? "/sign-up" : "/forgot-password"}
        state={email === null ? {} : { mailedTo: email }}
        variant="default"
      >
        {t.again}
      </ButtonLink>
    </EntryPage>
  );
}
