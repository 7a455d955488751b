import { migrateDatabase } from "@clientele/db/migrate";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { migrations, postgresLender } from "./databases.ts";
import { startPostgres, type PostgresServer } from "./postgresServer.ts";

interface Started {
  readonly server: PostgresServer;
  /** A migrated database that no one uses but to copy it. */
  readonly template: string;
}

const start = async (): Promise<Started> => {
  const server = await startPostgres();
  const template = await server.newDatabase();
  await migrateDatabase(template, { root: process.cwd(), migrations });
  return { server, template };
};

/**
 * Lends PostgreSQL databases to the test files over a loopback port. The server is started by the first one asked for, so
 * a run that needs none does not wait for it; one that cannot be started fails the test that asked.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[postgresLender] !== undefined) return async () => {};
  let started: Promise<Started> | undefined;
  const lent = new Set<string>();

  const serve = async (path: string): Promise<string> => {
    started ??= start();
    const { server, template } = await started;
    const [, word, address = ""] = path.split("/").map(decodeURIComponent);
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

  const lender = createServer(answer);
  await new Promise<void>((resolve) => lender.listen(0, "127.0.0.1", resolve));
  const address = lender.address();
  if (address === null || typeof address === "string") throw new Error("the lender of databases has no port");
  process.env[postgresLender] = `http://127.0.0.1:${address.port}`;

  return async () => {
    delete process.env[postgresLender];
    lender.closeAllConnections();
    lender.close();
    if (started === undefined) return;
    const { server, template } = await started;
    // The server may be one that stays (`PG_TEST_URL`).
    for (const database of [...lent, template]) await server.dropDatabase(database);
    await server.stop();
  };
}
