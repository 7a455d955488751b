import type { Database } from "@clientele/db";
import { insertCustomers } from "@clientele/db/customers/customers";
import { buildCustomer } from "@clientele/testing/customers";
import { harness } from "./caller.ts";

/** A house with a manager, the empty group "VIP", and so many customers: Person0 Even, Person1 Odd and so on. */
export const givenGroup = async (db: Database, size: number) => {
  const house = await harness(db);
  const people = Array.from({ length: size }, (_, number) =>
    buildCustomer(house.services.newId, { firstName: `Person${number}`, lastName: number % 2 === 0 ? "Even" : "Odd" }),
  );
  await db.transaction((tx) => insertCustomers(tx, people));
  const manager = house.asStaff("manager");
  const { id: groupId } = await manager.groups.create({ name: "VIP" });
  return { ...house, manager, groupId, ids: people.map(({ id }) => id) };
};
