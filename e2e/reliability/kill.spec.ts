import { type AdminClient, createAdminClient, memoryCookies } from "@clientele/client";
import { adminClient } from "../admin/steps.ts";
import { expect, test } from "../fixtures.ts";
import { type RunningServer, startServer } from "../server.ts";
import { newGoods } from "../storefront/goods.ts";
import { checkOut, keptOrders, newWishedOrder, stockOf, type WishedOrder } from "./checkouts.ts";

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

/** How a wish is made and tried; trying answers the id of what was made. */
interface Writing<W extends { email: string }> {
  wish: () => W;
  attempt: (wish: W) => Promise<string>;
}

const creating = (client: AdminClient): Writing<Wish> => ({
  wish: newWish,
  attempt: async (wish) => (await client.customers.create.mutate({ ...wish, firstName: "Kept" })).id,
});

/** Has one wish granted after the other until the server is gone; notes what it said yes to, answers what hung in the air. */
async function write<W extends { email: string }>(
  { wish: next, attempt }: Writing<W>,
  again: readonly W[],
  said: Map<string, string>,
): Promise<W[]> {
  const open = [...again];
  for (;;) {
    const wish = open.shift() ?? next();
    try {
      said.set(wish.email, await attempt(wish));
    } catch {
      return [wish, ...open];
    }
  }
}

/** Kills the server again and again in the midst of writing, and in the end asks once more for what was in the air. */
async function writeThroughKills<W extends { email: string }>(
  server: RunningServer,
  times: number,
  writing: Writing<W>,
): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  let open: W[][] = Array.from({ length: writers }, () => []);
  for (let round = 1; round <= times; round++) {
    const before = said.size;
    const works = Promise.all(open.map((again) => write(writing, again, said)));
    await until(said, before + 1 + (round % 7) * 3);
    await server.kill();
    open = await works;
    await server.start();
  }
  // With the same key it is there once, whether it got through or not.
  for (const wish of open.flat()) said.set(wish.email, await writing.attempt(wish));
  return said;
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
    const said = await writeThroughKills(server, kills, creating(client));
    const found = await kept(client);
    for (const [email, id] of said) expect(found.get(email), email).toEqual([id]);
    expect([...found.keys()].toSorted(), "nobody who was not asked for").toEqual([...said.keys()].toSorted());
  });

  test("makes one order of every checkout when it is killed while they are placed, and counts each piece once", async () => {
    test.setTimeout(180_000);
    const client = await adminClient(server);
    const stock = 100_000;
    const goods = await newGoods(client, { title: "Stool that is ordered", price: 1_000, stock });
    const [variantId = ""] = goods.variantIds;
    const refused: string[] = [];
    const said = await writeThroughKills<WishedOrder>(server, kills / 2, {
      wish: () => newWishedOrder(server),
      attempt: (wish) => checkOut(wish, variantId, refused),
    });
    expect(refused).toEqual([]);
    const found = await keptOrders(client);
    for (const [email, id] of said) expect(found.get(email), email).toEqual([id]);
    expect([...found.keys()].toSorted(), "no order that was not asked for").toEqual([...said.keys()].toSorted());
    expect(await stockOf(client, goods.productId)).toBe(stock - said.size);
  });

  test("ends with 0 when it is asked to stop under load, and answers what it has begun", async () => {
    const client = await adminClient(server);
    const said = new Map<string, string>();
    const writing = Promise.all(Array.from({ length: writers }, () => write(creating(client), [], said)));
    await until(said, 10);
    expect(await server.stop()).toBe(0);
    await writing;
    await server.start();
    const found = await kept(client);
    for (const [email, id] of said) expect(found.get(email), email).toEqual([id]);
  });
});
