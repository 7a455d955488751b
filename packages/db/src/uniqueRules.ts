import { is } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { getTableConfig, SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { casing } from "./columns/casing.ts";
import { schema } from "./schema.sqlite.ts";

const isTable = (value: unknown): value is SQLiteTable => is(value, SQLiteTable);

/** Which unique rule covers which columns, as `customers.email`; null where two rules cover the same ones. */
const namesByColumns = (): ReadonlyMap<string, string | null> => {
  const names = new Map<string, string | null>();
  const cased = new CasingCache(casing);
  const note = (table: string, columns: readonly SQLiteColumn[], name: string): void => {
    const key = columns.map((column) => `${table}.${cased.getColumnCasing(column)}`).join(", ");
    names.set(key, names.has(key) ? null : name);
  };
  for (const table of Object.values<unknown>(schema).filter(isTable)) {
    const { name, columns, indexes, primaryKeys } = getTableConfig(table);
    const single = columns.filter((column) => column.primary);
    if (single.length > 0) note(name, single, `${name}_pkey`);
    for (const key of primaryKeys) note(name, key.columns, key.getName());
    for (const { config } of indexes) {
      const plain = config.columns.filter((column) => is(column, SQLiteColumn));
      if (config.unique && plain.length === config.columns.length) note(name, plain, config.name);
    }
  }
  return names;
};

let names: ReadonlyMap<string, string | null> | undefined;

/** The name PostgreSQL would tell for a violated unique rule of which SQLite only tells the columns. */
export const uniqueRuleOf = (columns: readonly string[]): string | null => {
  names ??= namesByColumns();
  return names.get(columns.join(", ")) ?? null;
};
