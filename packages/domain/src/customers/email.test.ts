import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalEmail, Email, maskedEmail } from "./email.ts";

describe("the canonical form of an address (ACC-1)", () => {
  test.each([
    ["Victim@T.TEST", "victim@t.test"],
    ["  ann@example.com\n", "ann@example.com"],
    ["ann+shop@example.com", "ann+shop@example.com"],
    ["a.n.n@example.com", "a.n.n@example.com"],
    ["o'neil@example.com", "o'neil@example.com"],
    ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
    ["ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"],
    ["ann@sub.domain.example.co.uk", "ann@sub.domain.example.co.uk"],
  ])("%j is %s", (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical);
  });

  test.each([
    "",
    "ann",
    "@example.com",
    "ann@",
    "ann@localhost",
    "ann@example.com\u0000",
    "an\u0000n@example.com",
    "an\u200bn@example.com",
    "ann@exam\u200bple.com",
    "\uff41nn@example.com",
    "ann@\uff45xample.com",
    "a\u0301nn@example.com",
    "ann\ud800@example.com",
    "\u202eann@example.com",
    '"x@evil.test"@t.test',
    '"ann"@example.com',
    "ann@evil.test@t.test",
    "ann@t.test,evil@evil.test",
    "ann@t.test evil@evil.test",
    "Ann <ann@t.test>",
    "ann@t.test>",
    ".ann@example.com",
    "ann.@example.com",
    "a..n@example.com",
    "ann@127.0.0.1",
    "ann@[::1]",
    "ann@user:pass@example.com",
    "ann@example.com:8080",
    "ann@example.com/path",
    "ann@example.com?x=1",
    "ann@example.com#x",
    "ann@-example.com",
    "ann@exa_mple.com",
    `${"a".repeat(65)}@example.com`,
    `ann@${"a".repeat(64)}.com`,
    `${"a".repeat(309)}@example.com`,
  ])("%j is refused", (typed) => {
    expect(canonicalEmail(typed)).toBeNull();
    expect(Email.safeParse(typed).success).toBe(false);
  });

  const plainEmail = fc
    .tuple(fc.stringMatching(/^[a-z0-9]{1,20}(\.[a-z0-9]{1,10})?(\+[a-z0-9]{1,8})?$/), fc.domain())
    .map(([local, domain]) => `${local}@${domain}`);

  test("is its own canonical form, whatever the case and blanks around", () => {
    fc.assert(
      fc.property(plainEmail, fc.boolean(), (typed, upper) => {
        const canonical = canonicalEmail(typed);
        fc.pre(canonical !== null);
        expect(canonicalEmail(canonical)).toBe(canonical);
        expect(canonicalEmail(`  ${upper ? typed.toUpperCase() : typed}\t`)).toBe(canonical);
      }),
    );
  });

  test("of any text is null or a plain lower-case address of printable ASCII within 254 characters", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })).map(([a, b]) => `${a}@${b}.com`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const canonical = canonicalEmail(text);
        if (canonical === null) return;
        expect(canonical).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
        expect(canonical.toLowerCase()).toBe(canonical);
        expect(canonical).not.toMatch(/["(),:;<>[\]\\\s]/);
        expect(canonical.length).toBeLessThanOrEqual(254);
        expect(canonicalEmail(canonical)).toBe(canonical);
      }),
      { numRuns: 1_000 },
    );
  });

  test("masked, shows the first letter and the domain", () => {
    expect(maskedEmail("ann@example.com")).toBe("a•••@example.com");
  });
});
