import type { Page } from "@clientele/domain/page";
import { DataTable, type DataTableProps } from "@clientele/ui/DataTable.tsx";
import { Pager } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import type { ReactNode } from "react";

export interface ListTableProps<Row extends object, Sort extends string> extends Omit<
  DataTableProps<Row, Sort>,
  "rows" | "refreshing" | "footer"
> {
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
}

/** A paged list: its table with the way to other pages, the skeleton before, and the notice of a failure. */
export function ListTable<Row extends object, Sort extends string = string>({
  list: { data, error, isPending, isPlaceholderData, refetch },
  skeleton,
  onCursor,
  ...table
}: ListTableProps<Row, Sort>) {
  const to = (cursor: string | null) => (cursor === null ? null : () => onCursor(cursor));
  return (
    <>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {isPending && skeleton}
      {data !== undefined && (
        <DataTable
          {...table}
          rows={data.items}
          refreshing={isPlaceholderData}
          footer={
            <Pager
              shown={data.items.length}
              total={data.total}
              busy={isPlaceholderData}
              onPrevious={to(data.prevCursor)}
              onNext={to(data.nextCursor)}
            />
          }
        />
      )}
    </>
  );
}
