import type { Address } from "@clientele/domain/customers/address";
import { movedDefaults, withDefault, withoutAddress } from "@clientele/domain/customers/addressBook";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { describe, expect, test } from "vitest";
import type { Database } from "../database.ts";
import { violationOf } from "../failures.ts";
import { getAddress, insertAddress, listAddresses, removeAddress, saveAddress, saveDefaults } from "./addresses.ts";
import { insertCustomer } from "./customers.ts";

const newId = testIds();

const buildAddress = (number: number, given: Partial<Address> = {}): Address => ({
  id: newId("address"),
  label: "",
  firstName: "Ann",
  lastName: "Lee",
  company: null,
  line1: `Torstraße ${number}`,
  line2: null,
  city: "Berlin",
  province: null,
  postalCode: "10119",
  countryCode: "DE",
  phone: null,
  isDefaultShipping: false,
  isDefaultBilling: false,
  createdAt: new Date(Date.UTC(2026, 2, 2, 9, number)),
  updatedAt: new Date(Date.UTC(2026, 2, 2, 9, number)),
  version: 1,
  ...given,
});

/** A customer with three addresses, the first of which is both defaults. */
const givenBook = async (db: Database) => {
  const customer = buildCustomer(newId);
  const book = [buildAddress(3), buildAddress(2), buildAddress(1, { isDefaultShipping: true, isDefaultBilling: true })];
  await db.transaction(async (tx) => {
    await insertCustomer(tx, customer);
    for (const address of book) await insertAddress(tx, customer.id, address);
  });
  return { customerId: customer.id, book };
};

const violated = async (work: Promise<unknown>): Promise<string | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    return violationOf(error)?.constraint ?? "another failure";
  }
};

eachDatabase((_, open) => {
  describe("stored addresses", () => {
    test("come back as they were written, newest first", async () => {
      const db = await open();
      const { customerId, book } = await givenBook(db);
      expect(await listAddresses(db, customerId)).toEqual(book);
    });

    test("are only found, saved and removed for their owner", async () => {
      const db = await open();
      const { book } = await givenBook(db);
      const { customerId: stranger } = await givenBook(db);
      const [address = buildAddress(0)] = book;
      await expect(getAddress(db, stranger, address.id)).rejects.toThrow("address.not_found");
      const changed = { ...address, city: "Bonn", version: 2 };
      await expect(db.transaction((tx) => saveAddress(tx, stranger, changed, 1))).rejects.toThrow("address.not_found");
      await db.transaction(async (tx) => {
        await removeAddress(tx, stranger, address.id);
        await saveDefaults(tx, stranger, [{ ...address, isDefaultShipping: true }]);
      });
      expect(await db.$count(db.tables.addresses)).toBe(6);
    });

    test("are saved over the version that was seen, and their defaults stay", async () => {
      const db = await open();
      const { customerId, book } = await givenBook(db);
      const [, , address = buildAddress(0)] = book;
      const changed = { ...address, city: "Bonn", version: 2, isDefaultShipping: false };
      await db.transaction((tx) => saveAddress(tx, customerId, changed, 1));
      expect(await getAddress(db, customerId, address.id)).toEqual({ ...changed, isDefaultShipping: true });
      const stale = db.transaction((tx) => saveAddress(tx, customerId, changed, 1));
      await expect(stale).rejects.toMatchObject({ code: "address.changed_meanwhile", params: { version: 2 } });
    });

    test("move their defaults in any direction without ever breaking the rule of one", async () => {
      const db = await open();
      const { customerId } = await givenBook(db);
      for (const use of ["shipping", "billing"] as const) {
        for (const index of [0, 1, 2, 1, 0, 2]) {
          const before = await listAddresses(db, customerId);
          const after = withDefault(before, before[index]?.id ?? "", use);
          await db.transaction((tx) => saveDefaults(tx, customerId, movedDefaults(before, after)));
          expect(await listAddresses(db, customerId)).toEqual(after);
        }
      }
      const before = await listAddresses(db, customerId);
      const gone = before.find(({ isDefaultShipping }) => isDefaultShipping)?.id ?? "";
      const after = withoutAddress(before, gone);
      await db.transaction(async (tx) => {
        await removeAddress(tx, customerId, gone);
        await saveDefaults(tx, customerId, movedDefaults(before, after));
      });
      expect(await listAddresses(db, customerId)).toEqual(after);
    });

    test("cannot be equal or share a default, whoever writes them", async () => {
      const db = await open();
      const { customerId, book } = await givenBook(db);
      const insert = (address: Address) => violated(db.transaction((tx) => insertAddress(tx, customerId, address)));
      expect(await insert(buildAddress(1, { label: "Again", city: "BERLIN" }))).toBe("addresses_same_key");
      // SQLite cannot tell the two rules on the same column apart; that one of them held is what matters.
      expect(await insert(buildAddress(9, { isDefaultShipping: true }))).not.toBeNull();
      expect(await listAddresses(db, customerId)).toEqual(book);
    });
  });
});
