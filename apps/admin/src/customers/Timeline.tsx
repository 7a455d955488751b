import { timelineKinds } from "@clientele/domain/events";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EventList } from "../EventList.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import classes from "./Overview.module.css";
import type { TimelineKind } from "./Overview.tsx";

const t = text.customers.timeline;

export interface TimelineProps {
  customerId: string;
  kinds: TimelineKind[] | undefined;
  onKinds: (kinds: TimelineKind[] | undefined) => void;
}

/** What happened to and by a customer, of all kinds or of some. */
export function Timeline({ customerId, kinds, onKinds }: TimelineProps) {
  const timeline = useInfiniteQuery(
    trpc.customers.timeline.infiniteQueryOptions(
      { customerId, limit: 20, ...(kinds === undefined ? {} : { kinds }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
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
        entries={timeline.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={timeline.isPending}
        error={timeline.error}
        onRetry={() => void timeline.refetch()}
        onMore={timeline.hasNextPage ? () => void timeline.fetchNextPage() : null}
        moreBusy={timeline.isFetchingNextPage}
        moreLabel={t.more}
        empty={kinds === undefined ? t.none : t.noneOfKind}
      />
    </>
  );
}
