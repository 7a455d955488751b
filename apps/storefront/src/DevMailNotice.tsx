import { Alert, Anchor } from "@mantine/core";
import { IconMailOpened } from "@tabler/icons-react";
import { text } from "./text.ts";
import { useStore } from "./useStore.ts";

const t = text.checkMail;

/** Where a store that sends no real mail shows what it would have sent. */
export function DevMailNotice() {
  if (useStore().realMail) return null;
  return (
    <Alert color="blue" icon={<IconMailOpened size={18} stroke={1.6} aria-hidden />}>
      {t.development}{" "}
      <Anchor href="/dev/mail" inherit underline="always">
        {t.openMailbox}
      </Anchor>
    </Alert>
  );
}
