import { eachDatabase } from "@clientele/testing/eachDatabase";
import { beforeAll, expect, it } from "vitest";
import { codeOf, roomyLimits } from "./accounts.ts";
import { type AdminCaller, harness } from "./caller.ts";

const written = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

eachDatabase((_name, open) => {
  let owner: AdminCaller;
  let groupId: string;
  beforeAll(async () => {
    const h = await harness(await open(), { limits: roomyLimits });
    owner = h.asStaff("owner");
    groupId = (await owner.groups.create({ name: "Wholesale" })).id;
  });

  it.each([
    ["text that a database cannot hold", written("groups name", "after", "a\u0000", "grp_1")],
    ["an id that a database cannot hold", written("groups name", "after", "a", "grp_\u0000")],
    ["half a letter", written("groups name", "after", "\ud800", "grp_1")],
  ])("a cursor with %s is a wrong cursor", async (_what, cursor) => {
    expect(await codeOf(owner.groups.list({ cursor }))).toBe("input.invalid");
  });

  it.each([8.64e15, -8.64e15, 9.3e15, -62_167_219_200_000])(
    "a cursor at the instant %d is a wrong cursor",
    async (at) => {
      const cursor = written("groups -createdAt", "after", at, "grp_1");
      expect(await codeOf(owner.groups.list({ sort: "-createdAt", cursor }))).toBe("input.invalid");
    },
  );

  it.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])(
    "an instant of the year that no store ever saw is a wrong date: %s",
    async (at) => {
      expect(await codeOf(owner.audit.list({ from: at }))).toBe("input.invalid");
      expect(await codeOf(owner.audit.list({ until: at }))).toBe("input.invalid");
      expect(await codeOf(owner.groups.addMembers({ groupId, filter: {}, from: at }))).toBe("input.invalid");
    },
  );

  it("nested brackets and unclosed quotes in a pasted list are no addresses", async () => {
    const text = `${"(".repeat(90_000)}@\n${'"@'.repeat(45_000)}`;
    const report = await owner.groups.matchEmails({ groupId, text });
    expect(report).toMatchObject({ matched: [], unknown: [] });
    expect(report.invalid).not.toEqual([]);
  });
});
