import Sqlite from "better-sqlite3";
import pg from "pg";

/** A table's one row, by column; numbers stand for instants and truth values too, as SQLite stores them. */
export type Rows = ReadonlyMap<string, Readonly<Record<string, string | number>>>;

const words = (value: unknown): string => (typeof value === "string" ? value : "");

const isList = (found: unknown): found is Record<string, unknown>[] => Array.isArray(found);
const recordsOf = (found: unknown): Record<string, unknown>[] => (isList(found) ? found : []);

/**
 * One row for every table of a SQLite file, made from what the file says of itself, so that tables added later are
 * covered: every text is the same, so that every foreign key finds its parent; numbers rise with the columns, so that
 * spans end after they begin; a closed set gives its first value.
 */
export const rowsFor = (file: string): Rows => {
  const connection = new Sqlite(file, { readonly: true });
  try {
    const tables = recordsOf(connection.pragma("table_list"))
      .filter(({ type, name }) => type === "table" && !/^(sqlite_|__drizzle)/.test(words(name)))
      .map(({ name }) => words(name));
    return new Map(tables.map((table) => [table, rowFor(connection, table)]));
  } finally {
    connection.close();
  }
};

/** Columns that a rule of their table lets be filled only while another one is not. */
const leftEmpty: ReadonlySet<string> = new Set(["carts.token_hash"]);

const rowFor = (connection: Sqlite.Database, table: string): Record<string, string | number> => {
  const definition = words(connection.prepare("select sql from sqlite_schema where name = ?").pluck().get(table));
  const columns = recordsOf(connection.pragma(`table_info(${table})`));
  return Object.fromEntries(
    columns.flatMap(({ name, type, cid }) => {
      if (leftEmpty.has(`${table}.${words(name)}`)) return [];
      const first = new RegExp(`"${words(name)}" in \\('([^']*)'`).exec(definition)?.[1];
      return [[words(name), words(type).toLowerCase() === "integer" ? Number(cid) + 1 : (first ?? "1")]];
    }),
  );
};

export const fillSqlite = (file: string, rows: Rows): void => {
  const connection = new Sqlite(file);
  try {
    connection.pragma("foreign_keys = off");
    for (const [table, row] of rows) {
      const columns = Object.keys(row).map((column) => `"${column}"`);
      const places = columns.map(() => "?");
      connection
        .prepare(`insert into "${table}" (${columns.join()}) values (${places.join()})`)
        .run(Object.values(row));
    }
    const orphans = recordsOf(connection.pragma("foreign_key_check"));
    if (orphans.length > 0) throw new Error(`the sample rows lack parents: ${JSON.stringify(orphans)}`);
  } finally {
    connection.close();
  }
};

const asPostgres = (type: string, value: string | number): unknown => {
  if (type.startsWith("timestamp")) return new Date(Number(value));
  if (type === "boolean") return Number(value) > 0;
  if (type === "bytea") return Buffer.from(String(value));
  return value;
};

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export const fillPostgres = (url: string, rows: Rows): Promise<void> =>
  connected(url, async (client) => {
    // Parents come after children here; nothing is missing once all rows are in.
    await client.query("set session_replication_role = replica");
    for (const [table, row] of rows) {
      const types = await client.query<{ name: string; type: string }>(
        "select column_name as name, data_type as type from information_schema.columns where table_name = $1",
        [table],
      );
      const known = types.rows.filter(({ name }) => row[name] !== undefined);
      const columns = known.map(({ name }) => `"${name}"`);
      const places = known.map((_, at) => `$${at + 1}`);
      const values = known.map(({ name, type }) => asPostgres(type, row[name] ?? ""));
      await client.query(
        `insert into "${table}" (${columns.join()}) overriding system value values (${places.join()})`,
        values,
      );
    }
  });

/** How many rows each of the tables has that still exist. */
export const countSqlite = (file: string, tables: Iterable<string>): Record<string, number> => {
  const connection = new Sqlite(file, { readonly: true });
  const exists = connection.prepare("select 1 from sqlite_schema where type = 'table' and name = ?");
  const counts = [...tables]
    .filter((table) => exists.get(table) !== undefined)
    .map((table): [string, number] => [
      table,
      Number(connection.prepare(`select count(*) from "${table}"`).pluck().get()),
    ]);
  connection.close();
  return Object.fromEntries(counts);
};

export const countPostgres = (url: string, tables: Iterable<string>): Promise<Record<string, number>> =>
  connected(url, async (client) => {
    const counts: [string, number][] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ name: string | null }>("select to_regclass($1) as name", [
        `public."${table}"`,
      ]);
      if (rows[0]?.name === null) continue;
      const found = await client.query<{ rows: string }>(`select count(*) as rows from "${table}"`);
      counts.push([table, Number(found.rows[0]?.rows)]);
    }
    return Object.fromEntries(counts);
  });
