import { Paper, Text, Title } from "@mantine/core";
import { Facts } from "../Facts.tsx";
import { localeName } from "../localeName.ts";
import { settingsText } from "../text/settings.ts";
import type { Outputs } from "../trpc.ts";

const t = settingsText;
const policies = ["privacyPolicy", "termsPolicy", "returnsPolicy"] as const;

/** The store's settings for those who may not change them. */
export function StoreFacts({ settings }: { settings: Outputs["settings"]["get"] }) {
  return (
    <>
      <Paper p="lg" component="section" aria-labelledby="general">
        <Title order={2} id="general" mb="sm">
          {t.general}
        </Title>
        <Facts
          facts={[
            [t.name, settings.name],
            [t.locale, localeName(settings.locale)],
            [t.timeZone, settings.timeZone],
            [t.currency, settings.currency],
          ]}
        />
      </Paper>
      {policies.map((policy) => (
        <Paper key={policy} p="lg" component="section" aria-labelledby={policy}>
          <Title order={2} id={policy} mb="sm">
            {t[policy]}
          </Title>
          <Text style={{ whiteSpace: "pre-wrap" }} c={settings[policy] === "" ? "dimmed" : ""}>
            {settings[policy] || t.none}
          </Text>
        </Paper>
      ))}
    </>
  );
}
