import { migrateDatabase } from "@clientele/db/migrate";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrations, databaseLender } from "./databases.ts";
import { startPostgres, type PostgresServer } from "./postgresServer.ts";

interface Started {
  readonly server: PostgresServer;
  /** A migrated database that no one uses but to copy it. */
  readonly template: string;
}

const startServer = async (): Promise<Started> => {
  const server = await startPostgres();
  const template = await server.newDatabase();
  await migrateDatabase(template, { root: process.cwd(), migrations });
  return { server, template };
};

const makeFile = async (folder: string): Promise<string> => {
  const file = join(folder, "template.db");
  await migrateDatabase(`file:${file}`, { root: folder, migrations });
  return file;
};

/**
 * Lends databases to the test files over a loopback port. The PostgreSQL server and the SQLite template are made for the
 * first who asks, so a run that needs none does not wait for them; what cannot be had fails the test that asked.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[databaseLender] !== undefined) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), "clientele-template-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  let file: Promise<string> | undefined;
  let started: Promise<Started> | undefined;
  const lent = new Set<string>();

  const serve = async (path: string): Promise<string> => {
    const [, word, address = ""] = path.split("/").map(decodeURIComponent);
    if (word === "sqlite-template") return (file ??= makeFile(folder));
    const { server, template } = await (started ??= startServer());
    if (word === "take-back") {
      await server.dropDatabase(address);
      lent.delete(address);
      return "";
    }
    const database = await server.newDatabase(word === "migrated" ? template : undefined);
    lent.add(database);
    return database;
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request.url ?? "").then(
      (body) => response.end(body),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  };

  // A connection kept for the next question must not end just as that is sent.
  const lender = createServer({ keepAliveTimeout: 0 }, answer);
  await new Promise<void>((resolve) => lender.listen(0, "127.0.0.1", resolve));
  const address = lender.address();
  if (address === null || typeof address === "string") throw new Error("the lender of databases has no port");
  process.env[databaseLender] = `http://127.0.0.1:${address.port}`;

  return async () => {
    delete process.env[databaseLender];
    lender.closeAllConnections();
    lender.close();
    removeFolder();
    if (started === undefined) return;
    const { server, template } = await started;
    // The server may be one that stays (`PG_TEST_URL`).
    for (const database of [...lent, template]) await server.dropDatabase(database);
    await server.stop();
  };
}
