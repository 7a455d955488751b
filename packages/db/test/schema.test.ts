import { getTableColumns, is, SQL } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import { casing } from "../src/columns/casing.ts";
import { personalOf } from "../src/columns/personal.ts";
import { schema as postgresSchema } from "../src/schema.postgres.ts";
import { schema as sqliteSchema } from "../src/schema.sqlite.ts";

const isSqlite = (value: unknown): value is lite.SQLiteTable => is(value, lite.SQLiteTable);
const sqliteTables: [string, unknown][] = Object.entries(sqliteSchema);
const both = Object.entries(postgresSchema).map(([key, table]): [string, pg.PgTable, lite.SQLiteTable] => {
  const twin = sqliteTables.find(([name]) => name === key)?.[1];
  if (!isSqlite(twin)) throw new Error(`SQLite has no table ${key}`);
  return [key, table, twin];
});

const inPostgres = new pg.PgDialect({ casing });
const inSqlite = new lite.SQLiteSyncDialect({ casing });

/** What a column holds, said alike for both; `notNull` and the rest must agree word by word. */
const kinds: Record<string, string> = {
  PgCustomColumn: "custom",
  PgInteger: "integer",
  PgBigInt53: "integer",
  PgBigSerial53: "integer",
  PgBoolean: "boolean",
  PgTimestamp: "time",
  SQLiteText: "custom",
  SQLiteCustomColumn: "custom",
  SQLiteInteger: "integer",
  SQLiteBoolean: "boolean",
  SQLiteTimestamp: "time",
  SQLiteBlobBuffer: "custom",
};

const cased = new CasingCache(casing);
const nameOf = (column: pg.PgColumn | lite.SQLiteColumn): string => cased.getColumnCasing(column);

const columnOf = (column: pg.PgColumn | lite.SQLiteColumn): unknown => ({
  name: nameOf(column),
  kind: kinds[column.columnType] ?? column.columnType,
  notNull: column.notNull,
  primary: column.primary,
  hasDefault: column.hasDefault,
});

/** The text of a rule with identifiers quoted alike. */
const textOf = (rule: SQL | undefined, dialect: pg.PgDialect | lite.SQLiteSyncDialect): string | null =>
  rule === undefined ? null : dialect.sqlToQuery(rule).sql.replaceAll("`", '"');

const postgresShape = (table: pg.PgTable): unknown => {
  const { name, columns, indexes, foreignKeys, checks, primaryKeys } = pg.getTableConfig(table);
  return {
    name,
    columns: columns.map(columnOf),
    indexes: indexes.map(({ config }) => ({
      name: config.name,
      unique: config.unique,
      where: textOf(config.where, inPostgres),
      columns: config.columns.map((column) =>
        is(column, SQL) ? textOf(column, inPostgres) : cased.getColumnCasing(pgColumn(table, column)),
      ),
    })),
    foreignKeys: foreignKeys.map((key) => ({
      name: key.getName(),
      columns: key.reference().columns.map(nameOf),
      parent: pg.getTableConfig(key.reference().foreignTable).name,
      parents: key.reference().foreignColumns.map(nameOf),
      onDelete: key.onDelete ?? "no action",
      onUpdate: key.onUpdate ?? "no action",
    })),
    checks: checks.map((check) => ({ name: check.name, value: textOf(check.value, inPostgres) })),
    primaryKeys: primaryKeys.map((key) => key.columns.map(nameOf)),
  };
};

/** An index of PostgreSQL knows its columns by their names only. */
const pgColumn = (table: pg.PgTable, found: object): pg.PgColumn => {
  const column = pg.getTableConfig(table).columns.find(({ name }) => "name" in found && name === found.name);
  if (column === undefined) throw new Error("an index over a column that the table does not have");
  return column;
};

const sqliteShape = (table: lite.SQLiteTable): unknown => {
  const { name, columns, indexes, foreignKeys, checks, primaryKeys } = lite.getTableConfig(table);
  return {
    name,
    columns: columns.map(columnOf),
    indexes: indexes.map(({ config }) => ({
      name: config.name,
      unique: config.unique,
      where: textOf(config.where, inSqlite),
      columns: config.columns.map((column) => (is(column, SQL) ? textOf(column, inSqlite) : nameOf(column))),
    })),
    foreignKeys: foreignKeys.map((key) => ({
      name: key.getName(),
      columns: key.reference().columns.map(nameOf),
      parent: lite.getTableConfig(key.reference().foreignTable).name,
      parents: key.reference().foreignColumns.map(nameOf),
      onDelete: key.onDelete ?? "no action",
      onUpdate: key.onUpdate ?? "no action",
    })),
    checks: checks.map((check) => ({ name: check.name, value: textOf(check.value, inSqlite) })),
    primaryKeys: primaryKeys.map((key) => key.columns.map(nameOf)),
  };
};

test("both schemas have the same tables", () => {
  expect(sqliteTables.map(([key]) => key)).toEqual(Object.keys(postgresSchema));
});

test("no two indexes or checks have one name, since errors are recognised by it", () => {
  const names = both.flatMap(([, table]) => {
    const { indexes, checks } = pg.getTableConfig(table);
    return [...indexes.map(({ config }) => config.name), ...checks.map(({ name }) => name)];
  });
  expect(names).toEqual([...new Set(names)]);
});

describe.each(both)("%s", (_key, postgresTable, sqliteTable) => {
  test("is the same table in both databases", () => {
    expect(sqliteShape(sqliteTable)).toEqual(postgresShape(postgresTable));
  });

  test("declares of every column what is personal in it, and why it is kept", () => {
    const declarations = personalOf(postgresTable);
    expect([...declarations.keys()]).toEqual(Object.keys(getTableColumns(postgresTable)));
    expect(personalOf(sqliteTable)).toEqual(declarations);
    for (const personal of declarations.values()) {
      if (typeof personal === "object") expect(personal.keep.length).toBeGreaterThan(10);
    }
  });

  test("has an index that begins with each foreign key, so that a parent is deleted or joined without a scan", () => {
    const { columns, indexes, foreignKeys, primaryKeys } = lite.getTableConfig(sqliteTable);
    const beginnings = [
      ...columns.filter((column) => column.primary),
      ...primaryKeys.map((key) => key.columns[0]),
      ...indexes.map(({ config }) => config.columns[0]),
    ];
    for (const key of foreignKeys) expect(beginnings).toContain(key.reference().columns[0]);
  });
});
