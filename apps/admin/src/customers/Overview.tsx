import type { timelineKinds } from "@clientele/domain/events";
import { Paper, Stack, Title } from "@mantine/core";
import { customerText } from "../text/customer.ts";
import { About } from "./About.tsx";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { Notes } from "./Notes.tsx";
import classes from "./Overview.module.css";
import { TagsEditor } from "./TagsEditor.tsx";
import { Timeline } from "./Timeline.tsx";

export type TimelineKind = (typeof timelineKinds)[number];

export interface OverviewProps {
  customer: CustomerDetail;
  kinds: TimelineKind[] | undefined;
  onKinds: (kinds: TimelineKind[] | undefined) => void;
}

/** One page to know somebody: notes and timeline beside what is on record. */
export function Overview({ customer, kinds, onKinds }: OverviewProps) {
  return (
    <div className={classes["columns"]}>
      <Stack gap="md" miw={0}>
        <Notes customerId={customer.id} readOnly={customer.status === "erased"} />
        <Paper p="lg" component="section" aria-labelledby="timeline">
          <Title order={2} id="timeline" mb="sm">
            {customerText.timeline.title}
          </Title>
          <Timeline customerId={customer.id} kinds={kinds} onKinds={onKinds} />
        </Paper>
      </Stack>
      <Stack gap="md" miw={0}>
        <TagsEditor customer={customer} />
        <About customer={customer} />
      </Stack>
    </div>
  );
}
