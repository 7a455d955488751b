import { DomainError } from "../errors.ts";

/** One person's time in one group; `until` is the first instant after it. */
export interface Membership {
  id: string;
  groupId: string;
  customerId: string;
  from: Date;
  until: Date | null;
  source: "staff" | "import" | "api" | "rule";
  reason: string | null;
  addedBy: string | null;
  addedAt: Date;
  /** Set when it was taken away before its end; such a one is history. */
  removedAt: Date | null;
}

type Span = Pick<Membership, "from" | "until" | "removedAt">;

/** Whether the membership holds at the instant: `from ≤ now < until` (`domain` 2). */
export const isEffective = (membership: Span, now: Date): boolean =>
  membership.removedAt === null && membership.from <= now && (membership.until === null || now < membership.until);

/** Where the membership stands at the instant. */
export function stateOf(membership: Span, now: Date): "effective" | "coming" | "ended" {
  if (isEffective(membership, now)) return "effective";
  return membership.removedAt === null && membership.from > now ? "coming" : "ended";
}

/** The groups of a customer at the instant, for staff and filters; sorted, each once. */
export const effectiveGroups = (memberships: readonly (Span & { groupId: string })[], now: Date): string[] =>
  [...new Set(memberships.filter((membership) => isEffective(membership, now)).map(({ groupId }) => groupId))].sort();

/** Who asks for a price: only a signed-in customer whose account is active has groups that give anything (AUZ-11). */
export interface BenefitActor {
  signedIn: boolean;
  status: string | null;
}

/** The groups whose prices and discounts the actor gets; empty for everyone but a signed-in active customer. */
export const benefitGroups = (
  actor: BenefitActor,
  memberships: readonly (Span & { groupId: string })[],
  now: Date,
): string[] => (actor.signedIn && actor.status === "active" ? effectiveGroups(memberships, now) : []);

/** Throws `membership.until_before_from` unless the end lies after the beginning. */
export function checkSpan(from: Date, until: Date | null): void {
  if (until !== null && until <= from) throw new DomainError("membership.until_before_from");
}
