import { findCustomer } from "@clientele/db/customers/customers";
import { findStaff } from "@clientele/db/staff/staff";
import type { TokenOnly } from "@clientele/domain/sessions/account";
import { type LinkInfo, type Realm, tokenPurposes } from "@clientele/domain/sessions/token";
import type { AdminContext, ShopContext } from "../context.ts";
import { throttleAddress } from "../throttle/throttle.ts";
import { type PeekedToken, peekToken } from "./mailedTokens.ts";

const unknown: LinkInfo = { purpose: null, email: null, firstName: null, lastName: null, state: "expired" };

/** A link of this door; one of the other door, a made-up one and a long forgotten one all look the same. */
const find = async (ctx: ShopContext | AdminContext, token: string, realm: Realm): Promise<PeekedToken | null> => {
  await throttleAddress(ctx, "tokenPerAddress");
  const found = await peekToken(ctx.db, ctx, token);
  return found !== null && tokenPurposes[found.row.purpose].realm === realm ? found : null;
};

const infoOf = ({ row, state }: PeekedToken): LinkInfo => ({
  ...unknown,
  purpose: row.purpose,
  email: state === "valid" && row.email !== "" ? row.email : null,
  state,
});

/** What a mailed link is for; looking changes nothing (TOK-6). */
export const linkInfo = async (ctx: ShopContext, { token }: TokenOnly): Promise<LinkInfo> => {
  const found = await find(ctx, token, "shop");
  if (found === null) return unknown;
  const info = infoOf(found);
  // Only an invitation, which staff sent to this very person, may greet by name: a sign-up link was asked for by anyone,
  // and shows nothing of a row before it is used.
  if (found.state !== "valid" || found.row.purpose !== "invitation" || found.row.customerId === null) return info;
  const customer = await findCustomer(ctx.db, found.row.customerId);
  if (customer === null || customer.firstName === "") return info;
  return { ...info, firstName: customer.firstName, lastName: customer.lastName };
};

/** The same at the admin door. */
export const staffLinkInfo = async (ctx: AdminContext, { token }: TokenOnly): Promise<LinkInfo> => {
  const found = await find(ctx, token, "staff");
  if (found === null) return unknown;
  const info = infoOf(found);
  if (found.state !== "valid" || found.row.staffId === null) return info;
  const staff = await findStaff(ctx.db, found.row.staffId);
  return { ...info, firstName: staff === null || staff.name === "" ? null : staff.name };
};
