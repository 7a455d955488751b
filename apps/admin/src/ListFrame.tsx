import type { Page } from "@clientele/domain/page";
import { Pager } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import type { ReactNode } from "react";

export interface ListFrameProps<Row> {
  /** The query of the page that is shown, which keeps the page before while the next is on its way. */
  list: {
    data: Page<Row> | undefined;
    error: unknown;
    isPending: boolean;
    isPlaceholderData: boolean;
    refetch: () => Promise<unknown>;
  };
  /** Stands here until the first rows are there. */
  skeleton: ReactNode;
  onCursor: (cursor: string) => void;
  /** The table; it takes what it is given and adds its own. */
  children: (page: { rows: readonly Row[]; refreshing: boolean; footer: ReactNode }) => ReactNode;
}

/** What every paged list has around its table: the notice of a failure, the skeleton, the way to other pages. */
export function ListFrame<Row>({ list, skeleton, onCursor, children }: ListFrameProps<Row>) {
  const { data, error, isPending, isPlaceholderData, refetch } = list;
  const to = (cursor: string | null) => (cursor === null ? null : () => onCursor(cursor));
  return (
    <>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {isPending && skeleton}
      {data !== undefined &&
        children({
          rows: data.items,
          refreshing: isPlaceholderData,
          footer: (
            <Pager
              shown={data.items.length}
              total={data.total}
              busy={isPlaceholderData}
              onPrevious={to(data.prevCursor)}
              onNext={to(data.nextCursor)}
            />
          ),
        })}
    </>
  );
}
