import { timelineKinds } from "@clientele/domain/events";
import { Button } from "@mantine/core";
import { EventList } from "../EventList.tsx";
import { customerText } from "../text/customer.ts";
import { client, trpc } from "../trpc.ts";
import { usePages } from "../usePages.ts";
import classes from "./Overview.module.css";
import type { TimelineKind } from "./Overview.tsx";

const t = customerText.timeline;

export interface TimelineProps {
  customerId: string;
  kinds: TimelineKind[] | undefined;
  onKinds: (kinds: TimelineKind[] | undefined) => void;
}

/** What happened to and by a customer, of all kinds or of some. */
export function Timeline({ customerId, kinds, onKinds }: TimelineProps) {
  const input = { customerId, limit: 20, ...(kinds === undefined ? {} : { kinds }) };
  const timeline = usePages(trpc.customers.timeline.queryKey(input), (at) =>
    client.customers.timeline.query({ ...input, ...at }),
  );
  const toggle = (kind: TimelineKind) => {
    const next = kinds?.includes(kind) === true ? kinds.filter((other) => other !== kind) : [...(kinds ?? []), kind];
    onKinds(next.length === 0 ? undefined : next);
  };
  const choice = (label: string, pressed: boolean, onClick: () => void) => (
    <Button
      key={label}
      size="compact-sm"
      variant={pressed ? "light" : "default"}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className={classes["kinds"]} role="group" aria-label={t.filter}>
        {choice(t.all, kinds === undefined, () => onKinds(undefined))}
        {timelineKinds.map((kind) => choice(t.kinds[kind], kinds?.includes(kind) === true, () => toggle(kind)))}
      </div>
      <EventList
        label={t.title}
        place="customer"
        events={timeline}
        moreLabel={t.more}
        empty={kinds === undefined ? t.none : t.noneOfKind}
      />
    </>
  );
}
