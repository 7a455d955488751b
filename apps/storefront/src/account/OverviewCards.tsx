import { readablePhone } from "@clientele/domain/customers/phone";
import { Time } from "@clientele/ui/Time.tsx";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { accountText } from "../accountText.ts";
import { eventText } from "../eventText.ts";
import { LoneLink } from "../links.tsx";
import type { Outputs } from "../trpc.ts";
import classes from "./Overview.module.css";

const t = accountText.overview;

export function DetailsCard({ profile }: { profile: Outputs["profile"]["get"] }) {
  const { firstName, lastName, email, phone, companyName } = profile;
  return (
    <Paper component="section" p="lg" className={classes["card"] ?? ""} aria-labelledby="details">
      <Title order={2} size="h3" id="details">
        {t.details}
      </Title>
      <Stack gap={2} miw={0} w="100%" style={{ overflowWrap: "anywhere" }}>
        <Text>
          <bdi>{`${firstName} ${lastName}`.trim()}</bdi>
        </Text>
        {companyName !== null && (
          <Text>
            <bdi>{companyName}</bdi>
          </Text>
        )}
        <Text c="dimmed">{email}</Text>
        <Text c="dimmed" className="figures">
          {phone === null ? t.noPhone : readablePhone(phone)}
        </Text>
      </Stack>
      <LoneLink to="/account/profile" size="sm">
        {t.edit}
      </LoneLink>
    </Paper>
  );
}

export interface SecurityCardProps {
  sessions: number;
  lastEvent: Outputs["sessions"]["events"]["items"][number] | null;
}

export function SecurityCard({ sessions, lastEvent }: SecurityCardProps) {
  return (
    <Paper component="section" p="lg" className={classes["card"] ?? ""} aria-labelledby="security">
      <Title order={2} size="h3" id="security">
        {t.security}
      </Title>
      <Stack gap={2}>
        <Text>{t.sessions(sessions)}</Text>
        {lastEvent !== null && (
          <Text c="dimmed">
            {t.lastEvent} {eventText(lastEvent.type)}, <Time at={lastEvent.at} />
          </Text>
        )}
      </Stack>
      <LoneLink to="/account/security" size="sm">
        {t.toSecurity}
      </LoneLink>
    </Paper>
  );
}
