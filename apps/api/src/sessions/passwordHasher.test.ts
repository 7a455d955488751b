import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./commonPasswords.ts";
import { hashCost, passwordHasher } from "./passwordHasher.ts";
import { vaultOf } from "./vault.ts";

const cheap = { memoryKiB: 64, passes: 1 };

describe("the password hasher", () => {
  it("stores argon2id at the floor or above, with a salt of its own each time", async () => {
    const hasher = passwordHasher();
    expect(hashCost.memoryKiB).toBeGreaterThanOrEqual(19_456);
    const [one, other] = await Promise.all([hasher.hash("same words here"), hasher.hash("same words here")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(hasher.needsUpgrade(one)).toBe(false);
  });

  it("compares a password exactly as it was typed", async () => {
    const hasher = passwordHasher(cheap);
    const stored = await hasher.hash("  Pä ss 🔑 w0rd  ");
    expect(await hasher.verify("  Pä ss 🔑 w0rd  ", stored)).toBe(true);
    for (const near of ["Pä ss 🔑 w0rd", "  pä ss 🔑 w0rd  ", "  Pä ss 🔑 w0rd  ".normalize("NFD"), ""]) {
      expect(await hasher.verify(near, stored), near).toBe(false);
    }
    const long = "x".repeat(100);
    expect(await hasher.verify(long.slice(0, 72), await hasher.hash(long))).toBe(false);
  });

  it("never accepts a password where none is stored, but hashes all the same", async () => {
    const hasher = passwordHasher(cheap);
    expect(await hasher.verify("nobody's password", null)).toBe(false);
    expect(await hasher.verify("anything", null)).toBe(false);
  });

  it("asks for an upgrade of what was hashed with less", async () => {
    const weak = await passwordHasher(cheap).hash("some words");
    expect(passwordHasher().needsUpgrade(weak)).toBe(true);
    expect(passwordHasher().needsUpgrade("$2b$12$somethingelse")).toBe(true);
  });

  it("works two at a time with thirty-two waiting, and refuses the rest at once", async () => {
    const hasher = passwordHasher(cheap);
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => hasher.hash("some words")));
    const refused = tries.flatMap((found) => (found.status === "rejected" ? [found.reason as unknown] : []));
    expect(tries.length - refused.length).toBe(34);
    for (const reason of refused) expect(reason).toMatchObject({ code: "server.busy" });
    expect(await hasher.verify("some words", await hasher.hash("some words"))).toBe(true);
  });
});

eachDatabase((_name, open) => {
  it("does not hash inside a transaction", async () => {
    const db = await open();
    const hasher = passwordHasher(cheap);
    await expect(db.transaction(() => hasher.hash("some words"))).rejects.toThrow("inside a transaction");
  });
});

describe("common passwords", () => {
  it("are known in lower case", () => {
    expect(isCommonPassword("password")).toBe(true);
    expect(isCommonPassword("qwertyuiop")).toBe(true);
    expect(isCommonPassword("horizon kettle plum")).toBe(false);
  });
});

describe("the vault", () => {
  it("opens what it sealed, and nothing that was altered or sealed under another secret", () => {
    const vault = vaultOf("one secret of the server, long enough");
    const sealed = vault.seal("JBSWY3DPEHPK3PXP");
    expect(vault.open(sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(vault.seal("JBSWY3DPEHPK3PXP")).not.toBe(sealed);
    const bytes = Buffer.from(sealed, "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => vault.open(bytes.toString("base64url"))).toThrow();
    expect(() => vault.open(sealed.slice(0, 20))).toThrow();
    expect(() => vaultOf("another secret of the server, long enough").open(sealed)).toThrow();
  });

  it("makes the same fingerprint for the same purpose only", () => {
    const vault = vaultOf("one secret of the server, long enough");
    expect(vault.mac("cursor", "a")).toBe(vault.mac("cursor", "a"));
    expect(vault.mac("cursor", "a")).not.toBe(vault.mac("throttle", "a"));
  });
});
