import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { conflictsOf, mergeConflict } from "./conflict.ts";
import { ConflictDialog } from "./ConflictDialog.tsx";
import { draw } from "./test/render.tsx";

const base = { name: "Ann", phone: null as string | null, company: "Shop", version: 3 };
const mine = { ...base, name: "Anna", phone: "+4420", company: "Shop" };
const theirs = { ...base, name: "Anne", company: "Store", version: 4 };
const labels = { name: "Name", phone: "Phone", company: "Company" };

describe("conflict", () => {
  it("asks only about fields both sides changed differently", () => {
    expect(conflictsOf(base, mine, theirs, labels)).toEqual([
      { name: "name", label: "Name", mine: "Anna", theirs: "Anne" },
    ]);
    expect(conflictsOf(base, { ...mine, name: "Anne" }, theirs, labels)).toEqual([]);
  });

  it("keeps what only one side changed and takes the new version", () => {
    expect(mergeConflict(base, mine, theirs, { name: "mine" })).toEqual({
      name: "Anna",
      phone: "+4420",
      company: "Store",
      version: 4,
    });
    expect(mergeConflict(base, mine, theirs, { name: "theirs" }).name).toBe("Anne");
  });

  it("shows both values side by side and answers with the choice", async () => {
    const onResolve = vi.fn();
    draw(
      <ConflictDialog
        opened
        fields={conflictsOf(base, mine, theirs, labels)}
        onResolve={onResolve}
        onClose={() => {}}
      />,
    );
    expect(screen.getByRole("group", { name: "Name" }).textContent).toContain("Anna");
    expect(screen.getByRole("group", { name: "Name" }).textContent).toContain("Anne");
    await userEvent.click(screen.getByRole("radio", { name: "Keep the saved value of Name" }));
    await userEvent.click(screen.getByRole("button", { name: "Keep these and save" }));
    expect(onResolve).toHaveBeenCalledExactlyOnceWith({ name: "theirs" });
  });
});
