import { DomainError, type ProblemCode } from "@clientele/domain/errors";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

type ChangedMeanwhile = Extract<ProblemCode, `${string}.changed_meanwhile`>;

/** The row, as long as it still is the version that was seen. */
export const asSeen = (t: Record<"id" | "version", PgColumn>, id: string, seenVersion: number): SQL | undefined =>
  and(eq(t.id, id), eq(t.version, seenVersion));

/** The row that was written as it was seen; when there was none, throws `code` with the version that is present. */
export const requireSeen = async <Row>(
  written: readonly Row[],
  code: ChangedMeanwhile,
  getPresent: () => Promise<{ version: number }>,
): Promise<Row> => {
  const [row] = written;
  if (row !== undefined) return row;
  const { version } = await getPresent();
  throw new DomainError<ChangedMeanwhile>(code, { version });
};
