import { describe, expect, test } from "vitest";
import { lastsLonger, supersededConsents, supersededMemberships } from "./absorb.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));
const membership = (id: string, groupId: string, from: number, until: number | null) => ({
  id,
  groupId,
  from: day(from),
  until: until === null ? null : day(until),
});

describe("memberships of two rows that become one", () => {
  test("without an end is longest, then the later end, then the earlier beginning", () => {
    expect(lastsLonger(membership("a", "g", 5, null), membership("b", "g", 1, 30))).toBe(true);
    expect(lastsLonger(membership("a", "g", 1, 20), membership("b", "g", 1, 30))).toBe(false);
    expect(lastsLonger(membership("a", "g", 1, 30), membership("b", "g", 2, 30))).toBe(true);
    expect(lastsLonger(membership("b", "g", 1, null), membership("a", "g", 1, null))).toBe(false);
  });

  test("of two in one group the longer stays, and others are left alone", () => {
    const own = [membership("a1", "g1", 1, 10), membership("a2", "g2", 1, null), membership("a3", "g3", 1, 5)];
    const absorbed = [membership("b1", "g1", 1, 20), membership("b2", "g2", 1, 20), membership("b4", "g4", 1, 5)];
    expect(supersededMemberships(own, absorbed)).toEqual(["a1", "b2"]);
  });
});

describe("consents of two rows that become one", () => {
  const answer = (id: string, channel: "email" | "sms", state: "granted" | "withdrawn", at: number) =>
    ({ id, channel, state, at: day(at) }) as const;

  test("the later answer of a channel stays", () => {
    const own = [answer("a", "email", "granted", 1), answer("b", "sms", "withdrawn", 9)];
    const absorbed = [answer("c", "email", "withdrawn", 2), answer("d", "sms", "granted", 3)];
    expect(supersededConsents(own, absorbed)).toEqual(["a", "d"]);
  });

  test("at the same instant a withdrawal stays", () => {
    const granted = answer("a", "email", "granted", 1);
    const withdrawn = answer("b", "email", "withdrawn", 1);
    expect(supersededConsents([granted], [withdrawn])).toEqual(["a"]);
    expect(supersededConsents([withdrawn], [granted])).toEqual(["a"]);
  });
});
