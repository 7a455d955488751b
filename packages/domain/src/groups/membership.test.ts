import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { benefitGroups, checkSpan, effectiveGroups, isEffective, stateOf } from "./membership.ts";

const start = Date.UTC(2026, 0, 1);
const instant = fc.integer({ min: 0, max: 1000 }).map((step) => new Date(start + step * 3_600_000));
const span = fc
  .record({
    groupId: fc.constantFrom("grp_a", "grp_b", "grp_c"),
    from: instant,
    until: fc.option(instant),
    removedAt: fc.option(instant, { freq: 4 }),
  })
  .filter(({ from, until }) => until === null || until > from);
const spans = fc.array(span, { maxLength: 12 });
const actor = fc.record({
  signedIn: fc.boolean(),
  status: fc.constantFrom("guest", "invited", "active", "disabled", "erased", null),
});

describe("a membership", () => {
  test("holds from its first instant to the last one before its end", () => {
    const from = new Date("2026-03-01T00:00:00.000Z");
    const until = new Date("2026-03-02T00:00:00.000Z");
    const membership = { from, until, removedAt: null };
    const just = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);
    expect(stateOf(membership, just(from, -1))).toBe("coming");
    expect(stateOf(membership, from)).toBe("effective");
    expect(stateOf(membership, just(until, -1))).toBe("effective");
    expect(stateOf(membership, until)).toBe("ended");
    expect(stateOf({ ...membership, until: null }, just(until, 1_000_000))).toBe("effective");
    expect(stateOf({ ...membership, removedAt: from }, from)).toBe("ended");
    expect(stateOf({ ...membership, removedAt: just(from, -1) }, just(from, -1))).toBe("ended");
  });

  test("is in exactly one state, which is effective exactly when it is effective", () => {
    fc.assert(
      fc.property(span, instant, (membership, now) => {
        expect(stateOf(membership, now) === "effective").toBe(isEffective(membership, now));
      }),
    );
  });

  test("only ever moves from coming through effective to ended", () => {
    const rank = { coming: 0, effective: 1, ended: 2 };
    fc.assert(
      fc.property(span, instant, instant, (membership, one, other) => {
        const [sooner, afterwards] = one <= other ? [one, other] : [other, one];
        expect(rank[stateOf(membership, sooner)]).toBeLessThanOrEqual(rank[stateOf(membership, afterwards)]);
      }),
    );
  });
});

describe("the groups of a customer", () => {
  test("are those with an effective membership, each once, whatever the order of rows", () => {
    fc.assert(
      fc.property(spans, instant, fc.array(fc.nat(), { minLength: 12 }), (memberships, now, order) => {
        const groups = effectiveGroups(memberships, now);
        expect(new Set(groups).size).toBe(groups.length);
        for (const groupId of ["grp_a", "grp_b", "grp_c"]) {
          const has = memberships.some((membership) => membership.groupId === groupId && isEffective(membership, now));
          expect(groups.includes(groupId)).toBe(has);
        }
        const shuffled = memberships
          .map((membership, at) => ({ membership, place: order[at] ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ membership }) => membership);
        expect(effectiveGroups(shuffled, now)).toEqual(groups);
      }),
    );
  });

  test("give something only to a signed-in customer whose account is active", () => {
    fc.assert(
      fc.property(actor, spans, instant, (who, memberships, now) => {
        const entitled = who.signedIn && who.status === "active";
        expect(benefitGroups(who, memberships, now)).toEqual(entitled ? effectiveGroups(memberships, now) : []);
      }),
    );
  });
});

test("an end lies after the beginning or is refused at its field", () => {
  fc.assert(
    fc.property(instant, fc.option(instant), (from, until) => {
      const check = (): void => checkSpan(from, until);
      if (until === null || until > from) expect(check).not.toThrow();
      else {
        expect(check).toThrow(DomainError);
        expect(check).toThrow("membership.until_before_from");
      }
    }),
  );
});
