import { insertDemoStore, isEmptyStore } from "@clientele/db/demo/fill";
import { insertDemoShop } from "@clientele/db/demo/fillShop";
import { setPassword } from "@clientele/db/sessions/passwords";
import { saveStaffPassword } from "@clientele/db/staff/passwords";
import { checkPassword } from "@clientele/domain/sessions/password";
import { placeOf } from "../caller.ts";
import type { Services } from "../context.ts";
import { isCommonPassword } from "../sessions/commonPasswords.ts";
import { noteBrowser } from "../staff/devices.ts";
import { inventStore, type InventedStore } from "./inventStore.ts";
import { drawPictures } from "./shop/pictures.ts";
import { type DemoSignIn, type DemoSignIns, keepSignIns, newDemoPassword } from "./signIns.ts";
import { byStaff } from "./world.ts";

export interface DemoOptions {
  /** The folder that the two sign-ins are kept in. */
  dataDir: string;
  /** Another seed tells of another store. */
  seed?: number;
}

/** Of the store that everybody gets. */
export const usualSeed = 20_260_302;

/** Somebody has used the database; a demo store is only ever put into an empty one. */
export class NotEmpty extends Error {
  override readonly name = "NotEmpty";
  constructor() {
    super("the database is not empty, so no demo store is put into it");
  }
}

/**
 * Fills an empty database with the demo store, all of it or nothing, and answers the sign-ins of its owner and one
 * shopper, whose passwords exist only on this machine. They are kept before the store is written: a store that is there
 * can always be entered.
 */
export const fillDemo = async (
  services: Services,
  { dataDir, seed = usualSeed }: DemoOptions,
): Promise<DemoSignIns> => {
  if (!(await isEmptyStore(services.db))) throw new NotEmpty();
  const pictures = await drawPictures();
  const invented = inventStore(seed, services.now(), new Map(pictures.map(({ handle, hash }) => [handle, hash])));
  const signIns: DemoSignIns = {
    owner: ownerSignIn(invented),
    shopper: shopperSignIn(invented),
  };
  const ownerHash = await services.passwords.hash(signIns.owner.password);
  const shopperHash = await services.passwords.hash(signIns.shopper.password);
  const { store, shop, ownerId, shopperId, invitations } = invented;
  const tokens = invitations.map((invitation) => ({ ...invitation, id: services.newId("token") }));
  const { updatedAt: since } = store.settings;
  await services.db.transaction(async (tx) => {
    if (!(await isEmptyStore(tx))) throw new NotEmpty();
    // Only now, lest one that comes too late puts its passwords in place of those that open the store.
    keepSignIns(dataDir, signIns);
    await insertDemoStore(tx, store);
    await insertDemoShop(tx, shop, pictures, since);
    await saveStaffPassword(tx, ownerId, ownerHash, since);
    await setPassword(tx, shopperId, shopperHash, since);
    for (const staff of store.staff) {
      const { device, address } = byStaff(staff);
      const then = { now: () => staff.updatedAt, caller: { device, place: placeOf(address) } };
      await noteBrowser(tx, then, staff.id);
    }
    for (const { customerId, email, at, id } of tokens) {
      const then = { now: () => at, newId: () => id };
      await services.tokens.issue(tx, then, { purpose: "invitation", customerId, email });
    }
  });
  return signIns;
};

const ownerSignIn = ({ store, ownerId }: InventedStore): DemoSignIn => {
  const owner = store.staff.find(({ id }) => id === ownerId);
  if (owner === undefined) throw new Error("the demo store has no owner");
  const password = newDemoPassword();
  const context = { email: owner.email, names: [owner.name], storeName: store.settings.name };
  checkPassword(password, "staff", context, isCommonPassword);
  return { email: owner.email, password };
};

const shopperSignIn = ({ store, shopperId }: InventedStore): DemoSignIn => {
  const shopper = store.customers.find(({ id }) => id === shopperId);
  if (shopper === undefined || shopper.email === null) throw new Error("the demo store has no shopper");
  const { email, firstName, lastName } = shopper;
  const password = newDemoPassword();
  checkPassword(
    password,
    "shop",
    { email, names: [firstName, lastName], storeName: store.settings.name },
    isCommonPassword,
  );
  return { email, password };
};
