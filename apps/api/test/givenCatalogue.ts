import type { Database } from "@clientele/db";
import { givenProduct, givenRegion } from "@clientele/testing/catalogue";
import { givenCustomer } from "./accounts.ts";
import { harness } from "./caller.ts";

/** A house that sells a kettle at 100.00 and a cup at 10.00 euros, with a manager, a group "VIP" and one member of it. */
export const givenCatalogue = async (db: Database) => {
  const house = await harness(db);
  const { newId } = house.services;
  const region = await givenRegion(db, newId, { name: "Germany" });
  const kettle = await givenProduct(db, newId, { title: "Kettle", variants: [{ sku: "KET-1L", price: 10_000 }] });
  const cup = await givenProduct(db, newId, { title: "Cup", variants: [{ sku: "CUP", price: 1_000 }] });
  const manager = house.asStaff("manager");
  const { id: groupId } = await manager.groups.create({ name: "VIP" });
  const member = await givenCustomer(house, { firstName: "Mira" });
  await manager.groups.addMembers({ groupId, customerIds: [member.id] });
  const [kettleId = ""] = kettle.variantIds;
  const [cupId = ""] = cup.variantIds;
  return { ...house, newId, manager, region, kettle, cup, kettleId, cupId, groupId, member };
};
