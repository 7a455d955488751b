const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The row with its fields changed, and the names of those that differ; the same row when none does. */
export function changedRow<T extends { updatedAt: Date; version: number }>(
  row: T,
  wanted: { [Name in keyof T]?: T[Name] | undefined },
  now: Date,
): { row: T; fields: string[] } {
  const fields = Object.entries(wanted)
    .filter(([name, value]) => value !== undefined && !sameValue(row[name as keyof T], value))
    .map(([name]) => name);
  if (fields.length === 0) return { row, fields };
  const changes = Object.fromEntries(fields.map((name) => [name, wanted[name as keyof T]]));
  return { row: { ...row, ...changes, updatedAt: now, version: row.version + 1 }, fields };
}
