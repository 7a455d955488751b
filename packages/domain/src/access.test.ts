import { describe, expect, test } from "vitest";
import { covers, permissions, permissionsOf, rolePermissions, staffRoles } from "./access.ts";

describe("a role", () => {
  test("holds what the table says", () => {
    expect(permissionsOf("owner").toSorted()).toEqual([...permissions].toSorted());
    expect(permissionsOf("manager")).not.toContain("staff.manage");
    expect(permissionsOf("support")).toContain("customers.write");
    expect(permissionsOf("support")).not.toContain("groups.write");
    expect(permissionsOf("viewer").every((permission) => permission.endsWith(".read"))).toBe(true);
    expect(permissionsOf("viewer")).not.toContain("audit.read");
  });

  test.each(["", "Owner", "admin", "constructor", "__proto__", "toString"])("%j is none and may do nothing", (role) => {
    expect(permissionsOf(role)).toEqual([]);
  });

  test("covers another exactly when it holds every permission of it, so only owners touch owners", () => {
    for (const own of staffRoles) {
      for (const other of staffRoles) {
        const missing = rolePermissions[other].filter((permission) => !rolePermissions[own].includes(permission));
        expect(covers(own, other)).toBe(missing.length === 0);
      }
      expect(covers(own, own)).toBe(true);
      expect(covers(own, "owner")).toBe(own === "owner");
    }
  });
});
