/** What kind of failure a problem is; the server maps each kind to one transport status (`apps/api/src/errors.ts`). */
export type Kind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "busy"
  | "internal";

/** A value a problem may carry to explain itself; never personal data of somebody else. */
export type ProblemValue = string | number | boolean | null | string[];
type NoParams = Record<never, never>;

interface Entry<P> {
  readonly kind: Kind;
  /** The input field the problem is shown at, when there is one. */
  readonly field?: string;
  /** Only a type: the parameters that must be given when the problem is thrown. */
  readonly params?: P;
}

const problem = <P extends Record<string, ProblemValue> = NoParams>(kind: Kind, field?: string): Entry<P> =>
  field === undefined ? { kind } : { kind, field };

/**
 * Every problem a caller can meet, by code. A new code must be given its text in `packages/ui/src/problemText.ts`, or
 * that package does not compile.
 */
export const problems = {
  "account.not_signed_in": problem("unauthenticated"),
  "account.password_proof_needed": problem("forbidden"),
  "account.sign_in_failed": problem("unauthenticated"),
  /** Its field differs from form to form, so whoever throws it names it. */
  "account.password_wrong": problem("invalid"),
  "account.no_email_change": problem("not_found"),
  "address.not_found": problem("not_found"),
  "address.changed_meanwhile": problem<{ version: number }>("conflict"),
  "address.too_many": problem<{ most: number }>("conflict"),
  "audience.empty": problem("invalid", "audience"),
  "audience.group_twice": problem("invalid", "audience"),
  "audience.group_unknown": problem("invalid", "audience"),
  "cart.empty": problem("conflict"),
  /** What is still to be given: `email`, `shippingAddress`, `shipping`. */
  "cart.incomplete": problem<{ missing: string[] }>("conflict"),
  "cart.line_not_found": problem("not_found"),
  "cart.too_many_lines": problem<{ most: number }>("conflict"),
  "cart.too_many_codes": problem<{ most: number }>("conflict", "code"),
  "cart.not_for_sale": problem("conflict", "variantId"),
  "cart.out_of_stock": problem<{ available: number | null }>("conflict", "quantity"),
  "cart.email_of_account": problem("conflict", "email"),
  "cart.shipping_not_offered": problem("conflict", "shippingOptionId"),
  "cart.country_not_served": problem("invalid", "shippingAddress.countryCode"),
  "customer.not_found": problem("not_found"),
  "customer.changed_meanwhile": problem<{ version: number }>("conflict"),
  "customer.email_taken": problem("conflict", "email"),
  "customer.has_account": problem<{ status: string }>("conflict"),
  "customer.no_invitation": problem("conflict"),
  "customer.no_email": problem("conflict"),
  "customer.not_active": problem<{ status: string }>("conflict"),
  "customer.not_disabled": problem<{ status: string }>("conflict"),
  "customer.erased": problem("conflict"),
  "customer.email_same": problem("invalid", "email"),
  "discount.not_found": problem("not_found"),
  "discount.changed_meanwhile": problem<{ version: number }>("conflict"),
  "discount.code_taken": problem("conflict", "code"),
  "discount.ends_before_start": problem("invalid", "endsAt"),
  "discount.used": problem("conflict"),
  "discount.archived": problem("conflict"),
  "group.not_found": problem("not_found"),
  "group.changed_meanwhile": problem<{ version: number }>("conflict"),
  "group.name_taken": problem("conflict", "name"),
  "group.is_rule": problem("conflict"),
  "group.in_use": problem<{ priceLists: number; discounts: number }>("conflict"),
  "group.unknown_customers": problem<{ customerIds: string[] }>("not_found", "customerIds"),
  "group.removal_not_found": problem("not_found"),
  "group.undo_too_late": problem("conflict"),
  "input.invalid": problem("invalid"),
  "input.unbatchable": problem("invalid"),
  "link.expired": problem("not_found"),
  "membership.not_found": problem("not_found"),
  "membership.until_before_from": problem("invalid", "until"),
  "note.not_found": problem("not_found"),
  "note.changed_meanwhile": problem<{ version: number }>("conflict"),
  "order.not_found": problem("not_found"),
  "order.price_changed": problem<{ currency: string; seen: number; total: number }>("conflict"),
  /** Titles of what is not there in the quantity asked for. */
  "order.out_of_stock": problem<{ titles: string[] }>("conflict"),
  /** The most one order can come to. */
  "order.too_dear": problem<{ most: number; currency: string }>("conflict"),
  "order.changed_meanwhile": problem<{ version: number }>("conflict"),
  "order.not_possible": problem<{ status: string; payment: string; fulfilment: string }>("conflict"),
  "order.too_many_pieces": problem<{ most: number }>("invalid", "lines"),
  "order.shipment_not_found": problem("not_found"),
  "order.refund_too_much": problem<{ most: number }>("invalid", "amount"),
  "picture.unreadable": problem("invalid", "picture"),
  "picture.too_big": problem<{ most: number }>("invalid", "picture"),
  "price_list.not_found": problem("not_found"),
  "price_list.changed_meanwhile": problem<{ version: number }>("conflict"),
  "price_list.archived": problem("conflict"),
  "price_list.not_draft": problem("conflict"),
  "price_list.used": problem("conflict"),
  "price_list.gives_nothing": problem("conflict"),
  "price_list.adjustment_raises": problem("invalid", "adjustment"),
  "price_list.floor_without_adjustment": problem("invalid", "floor"),
  "price_list.ends_before_start": problem("invalid", "endsAt"),
  "price_list.ranges_overlap": problem<{ sku: string }>("invalid", "entries"),
  "price_list.import_not_found": problem("not_found"),
  "price_list.problems_in_rows": problem<{ rows: number }>("invalid", "text"),
  "category.not_found": problem("not_found"),
  "product.not_found": problem("not_found"),
  "product.changed_meanwhile": problem<{ version: number }>("conflict"),
  "product.handle_taken": problem("conflict", "handle"),
  /** Discounts that are bound to the product; without it they could be for every product. */
  "product.in_use": problem<{ discounts: number }>("conflict"),
  "region.not_found": problem("not_found"),
  "region.changed_meanwhile": problem<{ version: number }>("conflict"),
  "region.name_taken": problem("conflict", "name"),
  "region.country_taken": problem<{ country: string; region: string }>("conflict", "countries"),
  /** Regions that share a currency share whether its prices include tax (`domain` 5). */
  "region.tax_differs": problem<{ currency: string }>("conflict", "pricesIncludeTax"),
  /** Discounts that are bound to the region; without it they could be for everywhere. */
  "region.in_use": problem<{ discounts: number }>("conflict"),
  "region.last": problem("conflict"),
  "request.key_reused": problem("conflict", "idempotencyKey"),
  "request.throttled": problem<{ retryAfterSeconds: number }>("rate_limited"),
  "request.not_allowed": problem<{ permission: string }>("forbidden"),
  "request.not_found": problem("not_found"),
  "request.refused": problem("forbidden"),
  "server.busy": problem("busy"),
  "server.storage_full": problem("busy"),
  "server.outcome_unknown": problem("busy"),
  "server.internal": problem("internal"),
  "session.not_found": problem("not_found"),
  "shipping_option.not_found": problem("not_found"),
  "shipping_option.changed_meanwhile": problem<{ version: number }>("conflict"),
  "settings.changed_meanwhile": problem<{ version: number }>("conflict"),
  /** Orders were placed: what customers came to is kept in the store's currency. */
  "settings.currency_in_use": problem("conflict", "currency"),
  "setup.already_done": problem("conflict"),
  "staff.not_found": problem("not_found"),
  "staff.changed_meanwhile": problem<{ version: number }>("conflict"),
  "staff.email_taken": problem("conflict", "email"),
  "staff.code_needed": problem("unauthenticated", "code"),
  "staff.code_wrong": problem("invalid", "code"),
  "staff.last_owner": problem("conflict"),
  "staff.not_invited": problem("conflict"),
  "staff.not_active": problem<{ status: string }>("conflict"),
  "staff.not_disabled": problem<{ status: string }>("conflict"),
  "staff.beyond_own_rights": problem("forbidden"),
  "staff.own_row": problem("conflict"),
  "staff.totp_already_on": problem("conflict"),
  "staff.totp_not_on": problem("conflict"),
  "staff.totp_not_started": problem("conflict"),
  "tag.not_found": problem("not_found"),
  "tag.changed_meanwhile": problem<{ version: number }>("conflict"),
  "tag.name_taken": problem("conflict", "name"),
  "variant.not_found": problem("not_found"),
  /** Told at the field of the variant that bears it: `variants.3.sku`. */
  "variant.sku_taken": problem<{ sku: string }>("conflict"),
  "password.too_short": problem<{ least: number }>("invalid", "password"),
  "password.too_long": problem<{ most: number }>("invalid", "password"),
  "password.common": problem("invalid", "password"),
  "password.personal": problem("invalid", "password"),
} as const satisfies Record<string, Entry<Record<string, ProblemValue>>>;

export type ProblemCode = keyof typeof problems;
export type ProblemParams<C extends ProblemCode> =
  (typeof problems)[C] extends Entry<infer P>
    ? [P] extends [NoParams]
      ? [NoParams] extends [P]
        ? NoParams
        : P
      : P
    : never;

/** What went wrong at one input field, found by validation before any rule was asked. */
export const fieldProblems = [
  "field.required",
  "field.type",
  "field.too_short",
  "field.too_long",
  "field.too_small",
  "field.too_big",
  "field.too_few",
  "field.too_many",
  "field.choice",
  "field.format",
  "field.unknown",
  "field.characters",
  "field.email",
  "field.phone",
  "field.country",
  "field.postal_code",
  "field.date",
  "field.amount",
  "field.currency",
  "field.handle",
  "field.ranges",
  "field.colour",
  "field.metadata",
  "field.number",
  "field.json",
  "field.duplicate",
  "field.cursor",
] as const;
export type FieldProblemCode = (typeof fieldProblems)[number];

/** A problem shown at one field: either a validation code or a rule's own code (`customer.email_taken` at `email`). */
export interface FieldProblem {
  code: FieldProblemCode | ProblemCode;
  params: Record<string, ProblemValue>;
}

/** The one shape of a failure on the wire, at `error.data.problem` (`house` 4.7). */
export interface Problem {
  code: ProblemCode;
  params: Record<string, ProblemValue>;
  /** By field path, dots between the parts: `address.postalCode`, `customerIds.3`. */
  fields: Record<string, FieldProblem>;
  requestId: string;
}

/** The only error thrown on purpose by rules and use cases. `fields` adds fields beyond the catalogue's own. */
export class DomainError<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly params: ProblemParams<C>;
  readonly fields: Record<string, FieldProblem>;

  constructor(
    code: C,
    ...rest: ProblemParams<C> extends NoParams
      ? NoParams extends ProblemParams<C>
        ? [params?: NoParams, fields?: Record<string, FieldProblem>]
        : [params: ProblemParams<C>, fields?: Record<string, FieldProblem>]
      : [params: ProblemParams<C>, fields?: Record<string, FieldProblem>]
  ) {
    super(code);
    this.name = "DomainError";
    const [params, fields] = rest;
    this.code = code;
    this.params = (params ?? {}) as ProblemParams<C>;
    const own = (problems[code] as Entry<unknown>).field;
    this.fields = {
      ...(own === undefined ? {} : { [own]: { code, params: this.params as Record<string, ProblemValue> } }),
      ...fields,
    };
  }

  get kind(): Kind {
    return problems[this.code].kind;
  }
}
