import type { EventKind, EventType } from "@clientele/domain/events";
import { eventTypes } from "@clientele/domain/events";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Button, Text } from "@mantine/core";
import {
  type Icon,
  IconBuildingStore,
  IconDiscount,
  IconId,
  IconMapPin,
  IconNote,
  IconPackage,
  IconReceipt,
  IconShieldLock,
  IconSpeakerphone,
  IconTag,
  IconUserCog,
  IconUserEdit,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./EventList.module.css";
import { EventSentence } from "./EventSentence.tsx";
import type { Place } from "./told.ts";
import type { Outputs } from "./trpc.ts";
import type { Pages } from "./usePages.ts";

export type TimelineEntry = Outputs["customers"]["timeline"]["items"][number];

const icons = {
  account: IconId,
  profile: IconUserEdit,
  addresses: IconMapPin,
  groups: IconUsersGroup,
  tags: IconTag,
  notes: IconNote,
  consent: IconSpeakerphone,
  catalogue: IconPackage,
  pricing: IconDiscount,
  orders: IconReceipt,
  security: IconShieldLock,
  staff: IconUserCog,
  store: IconBuildingStore,
} as const satisfies Record<EventKind, Icon>;

const orderIn = ({ order }: TimelineEntry) => (order === null ? null : { id: order.id, name: `#${order.number}` });

const iconOf = (type: EventType): Icon => icons[eventTypes[type]];

export interface EventListProps {
  label: string;
  place: Place;
  events: Pages<TimelineEntry>;
  moreLabel: string;
  empty: ReactNode;
  /** Further to an entry, such as what takes it back. */
  renderExtra?: (entry: TimelineEntry) => ReactNode;
}

/** What happened, newest first, each as a sentence. */
export function EventList({ label, place, events, moreLabel, empty, renderExtra }: EventListProps) {
  const { items, isPending, error, retry, more, moreBusy } = events;
  if (isPending) return <CardSkeleton cards={1} lines={8} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={retry} />;
  if (items.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <>
      <ol className={classes["list"]} aria-label={label}>
        {items.map((entry) => {
          const Symbol = iconOf(entry.type);
          return (
            <li key={entry.id} className={classes["entry"]}>
              <span className={classes["icon"]}>
                <Symbol size={16} stroke={1.6} aria-hidden />
              </span>
              <div className={classes["body"]}>
                <div className={classes["line"]}>
                  <div className={classes["words"]}>
                    <EventSentence told={{ ...entry, staff: null, order: orderIn(entry) }} place={place} />
                  </div>
                  <Text size="xs" c="dimmed" component="div">
                    <Time at={entry.at} />
                  </Text>
                </div>
                {entry.note !== null && <blockquote className={classes["note"]}>{entry.note.text}</blockquote>}
                {renderExtra?.(entry)}
              </div>
            </li>
          );
        })}
      </ol>
      {more !== null && (
        <Button variant="default" mt="md" onClick={more} loading={moreBusy}>
          {moreLabel}
        </Button>
      )}
    </>
  );
}
