import type { BuildColumns } from "drizzle-orm";
import {
  blob,
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
  type SQLiteColumnBuilderBase,
  type SQLiteTableExtraConfigValue,
} from "drizzle-orm/sqlite-core";
import { declared, declaredTable, type Declaration } from "./personal.ts";
import type { Columns } from "./postgres.ts";

const document = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value): unknown => JSON.parse(value),
});

const vocabulary = {
  table: <N extends string, C extends Record<string, SQLiteColumnBuilderBase>>(
    name: N,
    columns: C,
    extras?: (columns: BuildColumns<N, C, "sqlite">) => SQLiteTableExtraConfigValue[],
  ) => declaredTable(sqliteTable(name, columns, extras), name, columns),
  id: (declaration: Declaration) => declared(text(), declaration),
  text: (declaration: Declaration) => declared(text(), declaration),
  oneOf: (_values: readonly [string, ...string[]], declaration: Declaration) => declared(text(), declaration),
  int: (declaration: Declaration) => declared(integer(), declaration),
  money: (declaration: Declaration) => declared(integer(), declaration),
  serial: (declaration: Declaration) => declared(integer(), declaration),
  bool: (declaration: Declaration) => declared(integer({ mode: "boolean" }), declaration),
  time: (declaration: Declaration) => declared(integer({ mode: "timestamp_ms" }), declaration),
  json: (declaration: Declaration) => declared(document(), declaration),
  bytes: (declaration: Declaration) => declared(blob({ mode: "buffer" }), declaration),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
} satisfies Record<keyof Columns, unknown>;

/**
 * SQLite's meaning given PostgreSQL's types: the one cast of the system. It holds for the kit and for the query builder
 * over it, because both builders share their words and the shared words are all that `Reader` and `Tx` let through.
 */
export const spokenAsPostgres = <T>(sqlite: object): T => sqlite as unknown as T;

export const sqlite = spokenAsPostgres<Columns>(vocabulary);
