import { Paper, Stack, Text, Title } from "@mantine/core";
import { accountText } from "../accountText.ts";
import { ButtonLink } from "../links.tsx";
import classes from "./Overview.module.css";

const t = accountText.overview;

export interface TasksProps {
  pendingEmail: string | null;
  hasAddress: boolean;
}

/** What waits for the shopper; nothing is drawn when nothing does. */
export function Tasks({ pendingEmail, hasAddress }: TasksProps) {
  if (pendingEmail === null && hasAddress) return null;
  return (
    <section aria-labelledby="tasks">
      <Title order={2} size="h3" id="tasks" mb="sm">
        {t.tasks}
      </Title>
      <Stack gap="xs">
        {pendingEmail !== null && (
          <Paper p="md" className={classes["task"] ?? ""}>
            <Text style={{ overflowWrap: "anywhere" }} flex="1 1 16rem">
              {t.pendingEmail(pendingEmail)}
            </Text>
            <ButtonLink to="/account/security" variant="default" size="sm">
              {t.pendingAction}
            </ButtonLink>
          </Paper>
        )}
        {!hasAddress && (
          <Paper p="md" className={classes["task"] ?? ""}>
            <Text flex="1 1 16rem">{t.firstAddress}</Text>
            <ButtonLink to="/account/addresses" search={{ open: "new" }} size="sm">
              {t.firstAddressAction}
            </ButtonLink>
          </Paper>
        )}
      </Stack>
    </section>
  );
}
