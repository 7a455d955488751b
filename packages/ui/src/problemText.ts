import type {
  FieldProblem,
  FieldProblemCode,
  ProblemCode,
  ProblemParams,
  ProblemValue,
} from "@clientele/domain/errors";
import { text } from "./text.ts";

const changed = (what: string) =>
  `Somebody else saved ${what} while you were editing. Compare both versions and save again.`;

const wait = (seconds: number): string => {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? "an hour" : `${hours} hours`;
};

const several = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What each problem means to the person who meets it: what happened, then what to do. */
const problemTexts = {
  "account.not_signed_in": () => "You are signed out. Sign in again to go on.",
  "account.password_proof_needed": () => "This needs your password once more, to be sure it is you.",
  "account.sign_in_failed": () =>
    "That e-mail and password do not belong together. Check both, or set a new password with “Forgot password”.",
  "account.password_wrong": () => "That is not your current password. Type it again.",
  "account.no_email_change": () => "There is no e-mail change waiting. It was confirmed, cancelled or has expired.",
  "address.not_found": () => "This address is no longer in the address book. Load the page again.",
  "address.changed_meanwhile": () => changed("this address"),
  "address.too_many": ({ most }) =>
    `An address book holds at most ${most} addresses. Remove one you no longer need first.`,
  "audience.empty": () => "Name at least one group, or choose everyone.",
  "audience.group_twice": () => "A group can stand in one part only. Take it out of the other.",
  "audience.group_unknown": () => "One of these groups no longer exists. Take it out and choose again.",
  "cart.empty": () => "The cart is empty. Put something into it first.",
  "cart.incomplete": () => "Something is still missing for the order. See the marked parts.",
  "cart.line_not_found": () => "This line is no longer in the cart. See the cart as it is now.",
  "cart.too_many_lines": ({ most }) => `A cart holds at most ${most} different products. Order these first.`,
  "cart.too_many_codes": ({ most }) => `At most ${most} codes can be tried in one cart. Remove one first.`,
  "cart.not_for_sale": () => "This is not sold here at the moment.",
  "cart.out_of_stock": ({ available }) =>
    available === null
      ? "There are not that many of this. Choose fewer."
      : available === 0
        ? "This is sold out."
        : `Only ${available} of this can be ordered. Choose fewer.`,
  "cart.email_of_account": () => "The order goes to your account’s e-mail. Change it under Security, if you need to.",
  "cart.shipping_not_offered": () => "This way of shipping is not offered here any more. Choose another.",
  "cart.country_not_served": () => "We do not ship to this country. Choose another address.",
  "customer.not_found": () => "This customer does not exist, or no longer does. Search for the name or e-mail.",
  "customer.changed_meanwhile": () => changed("this customer"),
  "customer.email_taken": () => "Another customer already has this e-mail. Search for it, or use a different one.",
  "customer.has_account": () => "This customer already has an account, so there is nothing to invite to.",
  "customer.no_invitation": () => "There is no open invitation. It was used, withdrawn or has expired; send a new one.",
  "customer.no_email": () => "This customer has no e-mail, so nothing can be sent. Add one first.",
  "customer.not_active": () =>
    "This works only for an active account. See the customer’s status and enable the account first.",
  "customer.not_disabled": () => "This account is not disabled, so there is nothing to enable.",
  "customer.erased": () => "This customer’s data was erased on request and cannot be changed any more.",
  "customer.email_same": () => "This is already the e-mail of the account. Type the new one.",
  "discount.not_found": () => "This discount does not exist, or was removed. Go back to the list.",
  "discount.changed_meanwhile": () => changed("this discount"),
  "discount.code_taken": () => "Another discount has this code. Archive that one first, or choose a different code.",
  "discount.ends_before_start": () => "The end lies before the beginning. Choose a later day.",
  "discount.used": () => "Orders were placed with this discount, so it stays. Archive it instead.",
  "discount.archived": () => "This discount is archived and cannot be changed. Make a new one.",
  "group.not_found": () => "This group does not exist, or was deleted. Go back to the list of groups.",
  "group.changed_meanwhile": () => changed("this group"),
  "group.name_taken": () => "Another group already has this name. Choose a different one.",
  "group.is_rule": () => "A rule decides who belongs to this group, so members cannot be added or removed by hand.",
  "group.in_use": ({ priceLists, discounts }) =>
    `This group is still named by ${several(priceLists, "price list", "price lists")} and ${several(discounts, "discount", "discounts")}. Take it out of those first.`,
  "group.unknown_customers": ({ customerIds }) =>
    `${several(customerIds.length, "customer was", "customers were")} not found, so nobody was added. Refresh the list and select again.`,
  "group.removal_not_found": () => "There is nothing left to undo. The members may have been added again already.",
  "group.undo_too_late": () => "The time to undo has passed. Add the members again by hand.",
  "input.invalid": () => "Some of what you entered cannot be used. See the marked fields.",
  "input.unbatchable": () => "This has to be sent on its own. Try again.",
  "link.expired": () => "This link has expired or was used already. Ask for a new one.",
  "membership.not_found": () => "This membership has already ended or was removed. Refresh the list.",
  "membership.until_before_from": () => "The end lies before the beginning. Choose a later day.",
  "note.not_found": () => "This note was deleted. Refresh the page.",
  "note.changed_meanwhile": () => changed("this note"),
  "order.not_found": () => "This order does not exist, or its link no longer works.",
  "order.price_changed": () => "The price has changed since you last saw it. Look at the new total and order again.",
  "order.out_of_stock": ({ titles }) => `Not enough is left of ${titles.join(", ")}. Change the quantity in the cart.`,
  "order.too_dear": () => "One order cannot come to this much. Order in parts.",
  "order.changed_meanwhile": () => changed("this order"),
  "order.not_possible": () => "The order has moved on, so this cannot be done any more. Load it again.",
  "order.too_many_pieces": ({ most }) => `At most ${most} pieces of this line are left to send.`,
  "order.shipment_not_found": () => "This shipment is not part of the order. Load it again.",
  "order.refund_too_much": () => "This is more than was paid and not refunded yet. Enter less.",
  "picture.unreadable": () => "This is not a picture we can read. Choose a JPEG, PNG or WebP file.",
  "picture.too_big": () => "This picture is too large. Choose one of at most 5 MB.",
  "price_list.not_found": () => "This price list does not exist, or was removed. Go back to the list.",
  "price_list.changed_meanwhile": () => changed("this price list"),
  "price_list.archived": () => "This price list is archived and cannot be changed. Copy it to start anew.",
  "price_list.not_draft": () => "Only a draft can be changed in this way.",
  "price_list.used": () => "Orders were placed at these prices, so the list stays. Archive it instead.",
  "price_list.gives_nothing": () => "This list has no prices yet. Enter one, or set a percentage.",
  "price_list.adjustment_raises": () => "A sale makes prices lower. Use a percentage below zero, or choose override.",
  "price_list.floor_without_adjustment": () => "A lowest price needs a percentage that it limits.",
  "price_list.ends_before_start": () => "The end lies before the beginning. Choose a later day.",
  "price_list.ranges_overlap": ({ sku }) =>
    `Two quantity ranges of ${sku} overlap. Let one end before the next begins.`,
  "price_list.import_not_found": () =>
    "This import cannot be undone any more: it was undone already, or is more than two days old.",
  "price_list.problems_in_rows": ({ rows }) =>
    `${several(rows, "row has", "rows have")} a problem. Correct them, or import only the right ones.`,
  "category.not_found": () => "No product is in this category any more. Load the list again.",
  "product.not_found": () => "This product does not exist, or was removed. Go back to the list.",
  "product.changed_meanwhile": () => changed("this product"),
  "product.handle_taken": () => "Another product has this address. Choose a different one.",
  "product.in_use": ({ discounts }) =>
    `${several(discounts, "discount is", "discounts are")} bound to this product. Take it out of those first, or make the product a draft.`,
  "region.not_found": () => "This region does not exist, or was removed. Load the page again.",
  "region.changed_meanwhile": () => changed("this region"),
  "region.name_taken": () => "Another region already has this name. Choose a different one.",
  "region.country_taken": ({ country, region }) =>
    `${country} belongs to the region ${region} already. Take it out there.`,
  "region.tax_differs": ({ currency }) =>
    `Another region sells in ${currency} too, and prices in one currency either all include tax or none do.`,
  "region.in_use": ({ discounts }) =>
    `${several(discounts, "discount is", "discounts are")} bound to this region. Take it out of those first.`,
  "region.last": () => "The store needs at least one region to sell in.",
  "request.key_reused": () => "This was sent before with other content. Load the page again and repeat it.",
  "request.throttled": ({ retryAfterSeconds }) =>
    `Too many tries in a short time. Wait ${wait(retryAfterSeconds)}, then try again.`,
  "request.not_allowed": ({ permission }) =>
    `Your role does not include the right “${permission}”. An owner can give it to you under Settings, Staff.`,
  "request.not_found": () => "What you asked for is not there. The link may be old.",
  "request.refused": () => "The request was refused for safety. Load the page again and repeat it.",
  "server.busy": () => "Much is going on right now. Nothing was changed; try again in a moment.",
  "server.storage_full": () => "The store’s disk is full, so nothing can be saved. Tell whoever runs the server.",
  "server.outcome_unknown": () =>
    "The answer got lost on the way. Load the page again to see whether it was done before you repeat it.",
  "server.internal": () => text.problem.unknown,
  "session.not_found": () => "This session has already ended. Refresh the list.",
  "shipping_option.not_found": () => "This way of shipping was removed. Load the page again.",
  "shipping_option.changed_meanwhile": () => changed("this way of shipping"),
  "settings.changed_meanwhile": () => changed("the store’s settings"),
  "settings.currency_in_use": () =>
    "Orders were placed already, and what customers came to is kept in this currency. Sell in another one by a region of its own.",
  "setup.already_done": () => "The first owner has been set up already. Sign in instead.",
  "staff.not_found": () => "This person is not on the staff list any more. Refresh the page.",
  "staff.changed_meanwhile": () => changed("this person"),
  "staff.email_taken": () => "Somebody on the staff already has this e-mail. Use a different one.",
  "staff.code_needed": () => "Enter the code from your authenticator app to go on.",
  "staff.code_wrong": () => "That code is not right, or its time has passed. Enter the one your app shows now.",
  "staff.last_owner": () => "The store needs at least one owner. Make somebody else an owner first.",
  "staff.not_invited": () => "This person has no open invitation. Send a new one.",
  "staff.not_active": () => "This works only for an active member of staff.",
  "staff.not_disabled": () => "This person is not disabled, so there is nothing to enable.",
  "staff.beyond_own_rights": () => "You can only give or change rights that you have yourself. Ask an owner.",
  "staff.own_row": () => "You cannot do this to your own account. Ask another owner.",
  "staff.totp_already_on": () => "Two-step sign-in is already on.",
  "staff.totp_not_on": () => "Two-step sign-in is not on, so there is nothing to turn off.",
  "staff.totp_not_started": () => "Start again: scan the picture first, then enter the code.",
  "tag.not_found": () => "This tag was deleted. Refresh the page.",
  "tag.changed_meanwhile": () => changed("this tag"),
  "tag.name_taken": () => "Another tag already has this name. Choose a different one.",
  "variant.not_found": () => "This variant no longer exists. Load the product again.",
  "variant.sku_taken": ({ sku }) => `Another variant has the SKU ${sku}. Choose a different one.`,
  "password.too_short": ({ least }) => `Use at least ${least} characters. A short sentence is easy to remember.`,
  "password.too_long": ({ most }) => `Use at most ${most} characters.`,
  "password.common": () => "This password is easy to guess. Use a few unrelated words instead.",
  "password.personal": () =>
    "Leave your name, your e-mail and the store's name out of the password: that is what others try first.",
} as const satisfies { [C in ProblemCode]: (params: ProblemParams<C>) => string };

const limit = (value: ProblemValue | undefined): string =>
  typeof value === "number" ? value.toLocaleString("en") : "";

const fieldTexts = {
  "field.required": () => "This is needed.",
  "field.type": () => "This does not have the right form.",
  "field.too_short": ({ least }) => `Use at least ${limit(least)} characters.`,
  "field.too_long": ({ most }) => `Use at most ${limit(most)} characters.`,
  "field.too_small": ({ least }) => `Use ${limit(least)} or more.`,
  "field.too_big": ({ most }) => `Use ${limit(most)} or less.`,
  "field.too_few": ({ least }) => `Choose at least ${limit(least)}.`,
  "field.too_many": ({ most }) => `Choose at most ${limit(most)}.`,
  "field.choice": () => "Choose one from the list.",
  "field.format": () => "This does not have the right form.",
  "field.unknown": () => "This field is not known here. Load the page again.",
  "field.characters": () => "Some characters cannot be used here, such as line breaks or control characters.",
  "field.email": () => "This does not look like an e-mail address. It needs the form name@example.com.",
  "field.phone": () =>
    "This is not a phone number we can dial. Start with the country’s prefix, such as +44 20 7946 0018.",
  "field.country": () => "Choose a country from the list.",
  "field.postal_code": () => "This code does not fit the country. Check both.",
  "field.amount": () => "Enter an amount, such as 12.50.",
  "field.currency": () => "Choose a currency from the list.",
  "field.handle": () => "Use small letters, digits and single hyphens, such as oak-chair.",
  "field.ranges": () => "The quantities overlap. Let one range end before the next begins.",
  "field.date": () => "Enter a date between 2000 and 2199, such as 30/11/2026.",
  "field.colour": () => "Choose one of the colours.",
  "field.metadata": () => "Keys must be short words, values plain texts, numbers or yes and no.",
  "field.number": () => "Enter a number, such as 12 or 3.5.",
  "field.json": () => "This is not complete JSON. Check its quotes, commas and brackets.",
  "field.duplicate": () => "This stands here twice. Keep one.",
  "field.cursor": () => "This page of the list is gone. Start from the first page.",
} as const satisfies Record<FieldProblemCode, (params: Record<string, ProblemValue>) => string>;

type AnyText = (params: Record<string, ProblemValue>) => string;
const texts: ReadonlyMap<string, AnyText> = new Map(
  Object.entries({ ...problemTexts, ...fieldTexts }) as [string, AnyText][],
);

/** The text of a problem for the person on the screen; one that a newer server invented reads as the general one. */
export const problemText = (problem: Pick<FieldProblem, "params"> & { code: string }): string =>
  texts.get(problem.code)?.(problem.params) ?? text.problem.unknown;
