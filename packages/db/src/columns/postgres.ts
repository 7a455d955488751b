import type { BuildExtraConfigColumns } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
} from "drizzle-orm/pg-core";
import { declared, declaredTable, type Declaration } from "./personal.ts";

/** Text in byte order, as SQLite has it, so that both databases sort and page alike. */
const bytewise = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/**
 * `json`, not `jsonb`: what was written is read back with its keys in order, as from SQLite's text. The driver has parsed
 * the value already; parsing it a second time would turn the text "1" into a number.
 */
const document = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

const binary = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * The vocabulary of the schema. Each word takes `personal`; names of columns are made by the shared casing rule, names of
 * tables, indexes and checks are given by hand because errors are recognised by them.
 */
export const postgres = {
  table: <N extends string, C extends Record<string, PgColumnBuilderBase>>(
    name: N,
    columns: C,
    extras?: (columns: BuildExtraConfigColumns<N, C, "pg">) => PgTableExtraConfigValue[],
  ) => declaredTable(pgTable(name, columns, extras), name, columns),
  /** A prefixed, time-ordered id made by the server, never by the database. */
  id: (declaration: Declaration) => declared(bytewise(), declaration),
  /** Its length is bounded by the domain's schemas; give the table `check(name, atMost(column, n))` where people type it. */
  text: (declaration: Declaration) => declared(bytewise(), declaration),
  /** A text of a closed set; give the table `check(name, among(column, values))` too. */
  oneOf: <const V extends readonly [string, ...string[]]>(_values: V, declaration: Declaration) =>
    declared(bytewise().$type<V[number]>(), declaration),
  int: (declaration: Declaration) => declared(integer(), declaration),
  /** An amount in the currency's minor unit, exact to 2^53. */
  money: (declaration: Declaration) => declared(bigint({ mode: "number" }), declaration),
  /** A number the database counts up itself; only for keys that never leave it. */
  serial: (declaration: Declaration) => declared(bigserial({ mode: "number" }), declaration),
  bool: (declaration: Declaration) => declared(boolean(), declaration),
  /** An instant in milliseconds: `Date` in and out, exact in both databases. */
  time: (declaration: Declaration) =>
    declared(timestamp({ mode: "date", precision: 3, withTimezone: true }), declaration),
  json: <T>(declaration: Declaration) => declared(document().$type<T>(), declaration),
  bytes: (declaration: Declaration) => declared(binary(), declaration),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
};

/** What a schema function is given; the second kit speaks the same words. */
export type Columns = typeof postgres;
