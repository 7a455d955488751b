import { matchesAudience } from "@clientele/domain/pricing/audienceMatch";
import { effectiveGroups } from "@clientele/domain/groups/membership";
import { givenProducts } from "@clientele/testing/catalogue";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { buildGroup } from "@clientele/testing/groups";
import { testIds } from "@clientele/testing/ids";
import { givenDiscount, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { explained } from "../../test/explain.ts";
import { insertCustomers } from "../customers/customers.ts";
import { insertGroup } from "../groups/groups.ts";
import { insertMemberships, membershipsOf } from "../groups/memberships.ts";
import { listDiscounts } from "./discountList.ts";
import { listPriceLists } from "./priceListList.ts";
import { countReached } from "./reach.ts";
import { listVariantRows } from "./variantRows.ts";

const clock = clockAt();
const newId = testIds(clock.now);
const now = clock.now();

eachDatabase((_, open) => {
  test.each(["name", "-name", "createdAt", "-createdAt", "updatedAt", "-updatedAt"] as const)(
    "a page of lists and of discounts sorted by %s walks an index and sorts nothing",
    async (sort) => {
      const db = await open();
      for (let count = 0; count < 5; count += 1) {
        await givenPriceList(db, newId);
        await givenDiscount(db, newId);
      }
      const recorded = recordStatements();
      for (const list of [listPriceLists, listDiscounts]) {
        const sent = await recorded.during(() => list(db, { sort, limit: 2 }));
        const [page] = sent;
        if (page === undefined) throw new Error("no statement was sent");
        const steps = (await explained(db, page, { sorting: false })).join("\n");
        expect(steps).not.toMatch(/TEMP B-TREE|Sort|Seq Scan/);
      }
    },
  );

  test("a page of the grid walks the SKUs, however much of it the list names", async () => {
    const db = await open();
    const products = await givenProducts(
      db,
      newId,
      Array.from({ length: 30 }, () => ({})),
    );
    const entries = Object.fromEntries(products.map(({ variants: [variant] }) => [variant?.id ?? "", 900]));
    const priceListId = await givenPriceList(db, newId, { entries });
    const recorded = recordStatements();
    for (const sold of [false, true]) {
      const question = { currency: "EUR", ofList: { priceListId, sold }, limit: 10 };
      const [page] = await recorded.during(() => listVariantRows(db, question));
      if (page === undefined) throw new Error("no statement was sent");
      const steps = (await explained(db, page, { sorting: false })).join("\n");
      expect(steps).toContain("variants_sku_key");
      expect(steps).not.toMatch(/TEMP B-TREE|Sort/);
    }
  });

  test("SQL counts whom an audience reaches as the domain judges each customer", async () => {
    const db = await open();
    const groups = Array.from({ length: 3 }, () => buildGroup(newId));
    const people = Array.from({ length: 16 }, (_person, place) =>
      buildCustomer(newId, place < 8 ? {} : { status: "guest", email: `g${place}@example.com` }),
    );
    const [a = "", b = "", c = ""] = groups.map(({ id }) => id);
    await db.transaction(async (tx) => {
      await insertCustomers(tx, people);
      for (const [bit, group] of groups.entries()) {
        await insertGroup(tx, group);
        const members = people.filter((_person, place) => (place >> bit) % 2 === 1);
        await insertMemberships(
          tx,
          { groupId: group.id, from: now, until: null, source: "staff", reason: null, addedBy: null, addedAt: now },
          members.map(({ id }) => ({ customerId: id, membershipId: newId("membership") })),
        );
      }
    });
    const sets = await Promise.all(
      people.map(async ({ id, status }) => ({
        status,
        groups: new Set(effectiveGroups(await membershipsOf(db, id), now)),
      })),
    );
    const parts = [[], [a], [b], [a, b], [b, c]];
    for (const anyOf of parts) {
      for (const allOf of parts) {
        for (const noneOf of [[], [c]]) {
          const audience = { kind: "groups" as const, anyOf, allOf, noneOf };
          const expected = sets.filter(
            (one) => one.status === "active" && matchesAudience(audience, one.groups),
          ).length;
          expect(await countReached(db, audience, now), JSON.stringify(audience)).toEqual({
            count: expected,
            capped: false,
          });
        }
      }
    }
    expect((await countReached(db, { kind: "everyone" }, now)).count).toBe(8);
    const before = new Date(now.getTime() - 1);
    const anyone = { kind: "groups" as const, anyOf: [a], allOf: [], noneOf: [] };
    expect((await countReached(db, anyone, before)).count).toBe(0);
  });
});
