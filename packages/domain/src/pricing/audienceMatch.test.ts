import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audience, cheap, groupIds, groupSet } from "../../test/priceCases.ts";
import { type AudienceShape, canBothMatch, groupsMatchingBoth, matchesAudience } from "./audienceMatch.ts";

const of = (parts: Partial<Extract<AudienceShape, { kind: "groups" }>>): AudienceShape => ({
  kind: "groups",
  anyOf: [],
  allOf: [],
  noneOf: [],
  ...parts,
});
/** Every set of the groups that the generators draw from. */
const everySet = groupIds.reduce<Set<string>[]>(
  (sets, group) => [...sets, ...sets.map((set) => new Set([...set, group]))],
  [new Set()],
);

describe("an audience", () => {
  test.each<[AudienceShape, string[], boolean]>([
    [{ kind: "everyone" }, [], true],
    [{ kind: "everyone" }, ["a"], true],
    [of({ anyOf: ["a", "b"] }), ["b"], true],
    [of({ anyOf: ["a", "b"] }), [], false],
    [of({ allOf: ["a", "b"] }), ["b"], false],
    [of({ allOf: ["a", "b"] }), ["a", "b", "c"], true],
    [of({ noneOf: ["a"] }), [], true],
    [of({ noneOf: ["a"] }), ["a", "b"], false],
    [of({ anyOf: ["a", "b"], allOf: ["c"], noneOf: ["d"] }), ["a", "c"], true],
    [of({ anyOf: ["a", "b"], allOf: ["c"], noneOf: ["d"] }), ["a", "c", "d"], false],
    [of({ anyOf: ["a", "b"], allOf: ["c"], noneOf: ["d"] }), ["c"], false],
  ])("%j matches %j: %s", (whom, groups, isMatch) => {
    expect(matchesAudience(whom, new Set(groups))).toBe(isMatch);
  });

  test("matches a visitor without groups only when it is everyone or asks for none", () => {
    fc.assert(
      fc.property(audience, (whom) => {
        const asks = whom.kind === "groups" && whom.anyOf.length + whom.allOf.length > 0;
        expect(matchesAudience(whom, new Set())).toBe(!asks);
      }),
      cheap,
    );
  });

  test("is left by joining a group only when a none-of names it", () => {
    fc.assert(
      fc.property(audience, groupSet, fc.constantFrom(...groupIds), (whom, groups, group) => {
        if (!matchesAudience(whom, groups) || matchesAudience(whom, new Set([...groups, group]))) return;
        expect(whom.kind === "groups" && whom.noneOf.includes(group)).toBe(true);
      }),
      cheap,
    );
  });
});

describe("two audiences", () => {
  test("can both match exactly when one of all sets of groups fits both", () => {
    fc.assert(
      fc.property(audience, audience, (one, other) => {
        const isPossible = everySet.some((groups) => matchesAudience(one, groups) && matchesAudience(other, groups));
        expect(canBothMatch(one, other)).toBe(isPossible);
        expect(canBothMatch(other, one)).toBe(isPossible);
        const groups = groupsMatchingBoth(one, other);
        if (groups !== null) expect(matchesAudience(one, groups) && matchesAudience(other, groups)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test.each<[AudienceShape, AudienceShape, boolean]>([
    [of({ anyOf: ["a"] }), of({ noneOf: ["a"] }), false],
    [of({ anyOf: ["a", "b"] }), of({ noneOf: ["a"] }), true],
    [of({ allOf: ["a"] }), of({ anyOf: ["b"] }), true],
    [of({ allOf: ["a"] }), of({ anyOf: ["b"], noneOf: ["a"] }), false],
    [of({ noneOf: ["a"] }), of({ noneOf: ["b"] }), true],
    [{ kind: "everyone" }, of({ anyOf: ["a"] }), true],
  ])("%j and %j: %s", (one, other, isPossible) => {
    expect(canBothMatch(one, other)).toBe(isPossible);
  });
});
