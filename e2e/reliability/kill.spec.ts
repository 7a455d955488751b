import { type AdminClient, createAdminClient, memoryCookies } from "@clientele/client";
import { adminClient } from "../admin/steps.ts";
import { expect, test } from "../fixtures.ts";
import { type RunningServer, startServer } from "../server.ts";

const kills = 20;
const writers = 4;

/** One customer to create; the same key and address however often it is tried. */
interface Wish {
  email: string;
  idempotencyKey: string;
}

let wishes = 0;
const newWish = (): Wish => ({
  email: `kept.${++wishes}@example.com`,
  idempotencyKey: crypto.randomUUID(),
});

/** Creates one customer after the other until the server is gone; answers what it said yes to and what hung in the air. */
async function write(client: AdminClient, again: readonly Wish[], said: Map<string, string>): Promise<Wish[]> {
  const open = [...again];
  for (;;) {
    const wish = open.shift() ?? newWish();
    try {
      const { id } = await client.customers.create.mutate({ ...wish, firstName: "Kept" });
      said.set(wish.email, id);
    } catch {
      return [wish, ...open];
    }
  }
}

/** Everybody the store has of those that were wished for, by e-mail, with every id found for it. */
async function kept(client: AdminClient): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const page = await client.customers.list.query({
      search: "kept.",
      sort: "createdAt",
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { id, email } of page.items) found.set(email ?? "", [...(found.get(email ?? "") ?? []), id]);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Resolves once so many more were acknowledged: the kill falls into the midst of writing, never before it. */
const until = async (said: ReadonlyMap<string, string>, count: number): Promise<void> => {
  await expect.poll(() => said.size, { intervals: [5], timeout: 20_000 }).toBeGreaterThanOrEqual(count);
};

test.describe("a server on SQLite", () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer("sqlite");
  });
  test.afterAll(async () => {
    await server.remove();
  });

  test("keeps every write it acknowledged when it is killed twenty times while writing", async () => {
    test.setTimeout(180_000);
    const cookies = memoryCookies();
    const client = createAdminClient({ url: `${server.admin}/trpc`, cookies });
    await client.account.signIn.mutate(server.owner);
    const said = new Map<string, string>();
    let open: Wish[][] = Array.from({ length: writers }, () => []);

    for (let round = 1; round <= kills; round++) {
      const before = said.size;
      const writing = Promise.all(open.map((again) => write(client, again, said)));
      await until(said, before + 1 + (round % 7) * 3);
      await server.kill();
      open = await writing;
      await server.start();
    }

    // What was in the air is asked for once more: with the same key it is there once, whether it got through or not.
    for (const wish of open.flat()) {
      const { id } = await client.customers.create.mutate({ ...wish, firstName: "Kept" });
      said.set(wish.email, id);
    }
    const found = await kept(client);
    for (const [email, id] of said) expect(found.get(email), email).toEqual([id]);
    expect([...found.keys()].toSorted(), "nobody who was not asked for").toEqual([...said.keys()].toSorted());
  });

  test("ends with 0 when it is asked to stop under load, and answers what it has begun", async () => {
    const client = await adminClient(server);
    const said = new Map<string, string>();
    const writing = Promise.all(Array.from({ length: writers }, () => write(client, [], said)));
    await until(said, 10);
    expect(await server.stop()).toBe(0);
    await writing;
    await server.start();
    const found = await kept(client);
    for (const [email, id] of said) expect(found.get(email), email).toEqual([id]);
  });
});
