import path from "node:path";
import { runningProcedures } from "@clientele/api/procedures";
import { problems } from "@clientele/domain/errors";
import { describe, expect, it } from "vitest";
import { ProcedureErrors } from "./procedureErrors.ts";
import { everywhere, ownErrors } from "./reference.ts";

const errors = new ProcedureErrors(path.join(import.meta.dirname, ".."), Object.keys(problems));
const procedures = runningProcedures();
const codesOf = (name: string): string[] => {
  const procedure = procedures.find((one) => one.name === name);
  if (procedure === undefined) throw new Error(`${name} does not run`);
  return ownErrors(errors, procedure);
};

describe("the problems of a procedure", () => {
  it("are found where the code throws them, however deep", () => {
    // In the use case, in the domain's rule, in the store, and in what guards the door.
    expect(codesOf("shop.profile.update")).toEqual(
      expect.arrayContaining(["account.not_signed_in", "customer.changed_meanwhile"]),
    );
    expect(codesOf("shop.account.completeSignUp")).toEqual(
      expect.arrayContaining(["link.expired", "password.common", "request.throttled"]),
    );
    expect(codesOf("admin.groups.addMembers")).toEqual(
      expect.arrayContaining(["group.is_rule", "membership.until_before_from", "request.not_allowed"]),
    );
    expect(codesOf("admin.staff.setRole")).toEqual(
      expect.arrayContaining(["account.password_proof_needed", "staff.beyond_own_rights", "staff.last_owner"]),
    );
  });

  it("are not those of its neighbours", () => {
    expect(codesOf("shop.addresses.list")).toEqual(["account.not_signed_in"]);
    expect(codesOf("admin.groups.list")).toEqual(["account.not_signed_in", "request.not_allowed"]);
    expect(codesOf("shop.account.me")).toEqual([]);
  });

  it("are all of the catalogue, which holds none that no caller meets", () => {
    // A picture is sent to a route of its own, beside the procedures.
    const ofUploads = ["picture.unreadable", "picture.too_big"];
    const met = new Set([
      ...everywhere,
      ...ofUploads,
      ...procedures.flatMap((procedure) => ownErrors(errors, procedure)),
    ]);
    expect(Object.keys(problems).filter((code) => !met.has(code))).toEqual([]);
  });
});
