import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { DataTable } from "./DataTable.tsx";
import type { DataTableColumn } from "./DataTableColumn.tsx";
import type { TableLayout } from "./tableLayout.ts";
import { draw } from "./test/render.tsx";

interface Person {
  id: string;
  name: string;
  orders: number;
}
type Sort = "name" | "-name" | "orders" | "-orders";

const people: Person[] = ["Ann", "Bob", "Cyd", "Dan"].map((name, orders) => ({ id: `id-${name}`, name, orders }));
const columns: DataTableColumn<Person, Sort>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name, sort: ["name", "-name"], rowHeader: true },
  { id: "orders", header: "Orders", cell: ({ orders }) => orders, sort: ["-orders", "orders"], numeric: true },
  { id: "note", header: "Note", cell: () => "–" },
];

interface ListProps {
  onOpen?: (person: Person) => void;
  onEdit?: (person: Person) => void;
  layout?: TableLayout;
  all?: boolean;
}

function List({ onOpen, onEdit, layout, all = false }: ListProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(["id-elsewhere"]));
  const [sort, setSort] = useState<Sort>("-orders");
  return (
    <>
      <p data-testid="selected">{[...selected].join(" ")}</p>
      <DataTable
        label="People"
        columns={columns}
        rows={people}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
        selection={{ selected, onChange: setSelected, nameOf: ({ name }) => name, all }}
        {...(onOpen === undefined ? {} : { onOpen })}
        {...(onEdit === undefined ? {} : { onEdit })}
        {...(layout === undefined ? {} : { layout })}
      />
    </>
  );
}

const selected = () => screen.getByTestId("selected").textContent;
const box = (name: string) => screen.getByRole("checkbox", { name: `Select ${name}` });

describe("DataTable", () => {
  it("is a table with row headers and tells its sort", async () => {
    draw(<List />);
    const table = screen.getByRole("table", { name: "People" });
    expect(
      within(table)
        .getAllByRole("rowheader")
        .map((cell) => cell.textContent),
    ).toEqual(["Ann", "Bob", "Cyd", "Dan"]);
    const orders = within(table).getByRole("columnheader", { name: "Orders" });
    expect(orders.getAttribute("aria-sort")).toBe("descending");
    await userEvent.click(within(orders).getByRole("button"));
    expect(orders.getAttribute("aria-sort")).toBe("ascending");
    await userEvent.click(within(table).getByRole("button", { name: "Name" }));
    expect(orders.getAttribute("aria-sort")).toBe("none");
    expect(within(table).getByRole("columnheader", { name: "Note" }).hasAttribute("aria-sort")).toBe(false);
  });

  it("claims no sort on cards while the list is sorted by what no column shows", () => {
    draw(
      <DataTable<Person, Sort | "-created">
        label="People"
        columns={columns}
        rows={people}
        rowId={({ id }) => id}
        sort="-created"
        onSort={vi.fn()}
      />,
    );
    expect(screen.getByLabelText("Sort")).toHaveProperty("value", "");
    expect(screen.getByRole("option", { name: "Sort by …", hidden: true })).toHaveProperty("selected", true);
  });

  it("selects a row, a range with Shift and the page, and keeps what is selected on other pages", async () => {
    const user = userEvent.setup();
    draw(<List />);
    await user.click(box("Ann"));
    expect(selected()).toBe("id-elsewhere id-Ann");
    await user.keyboard("{Shift>}");
    await user.click(box("Cyd"));
    await user.keyboard("{/Shift}");
    expect(selected()).toBe("id-elsewhere id-Ann id-Bob id-Cyd");
    const [page] = screen.getAllByRole("checkbox", { name: "Select all rows on this page" });
    if (page === undefined) throw new Error("no box for the page");
    await user.click(page);
    expect(selected()).toBe("id-elsewhere id-Ann id-Bob id-Cyd id-Dan");
    await user.click(page);
    expect(selected()).toBe("id-elsewhere");
  });

  it("checks every box and lets none be taken out while all that match are selected", () => {
    draw(<List all />);
    for (const person of people) {
      expect(box(person.name)).toHaveProperty("checked", true);
      expect(box(person.name)).toHaveProperty("disabled", true);
    }
  });

  it("walks rows with j and k, selects with x, opens with Enter, edits with e, and hears none of them while typing", async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    const onEdit = vi.fn();
    draw(
      <>
        <input aria-label="Elsewhere" />
        <List onOpen={onOpen} onEdit={onEdit} />
      </>,
    );
    await user.keyboard("jjk");
    expect(document.activeElement?.getAttribute("data-row")).toBe("id-Ann");
    await user.keyboard("jx");
    expect(selected()).toBe("id-elsewhere id-Bob");
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(people[1]);
    await user.keyboard("je");
    expect(onEdit).toHaveBeenCalledExactlyOnceWith(people[2]);
    await user.type(screen.getByLabelText("Elsewhere"), "jxe");
    expect(selected()).toBe("id-elsewhere id-Bob");
    expect(onEdit).toHaveBeenCalledOnce();
  });

  it("obeys the chosen columns and their order but never hides what names the row", () => {
    draw(<List layout={{ order: ["note", "name", "orders"], hidden: ["orders", "name"], dense: true }} />);
    const headers = screen.getAllByRole("columnheader").map((cell) => cell.textContent);
    expect(headers).toEqual(["", "Note", "Name"]);
  });

  it("shows what is given for no row instead of an empty table", () => {
    draw(<DataTable label="People" columns={columns} rows={[]} rowId={({ id }) => id} empty={<p>Nobody yet</p>} />);
    expect(screen.getByText("Nobody yet")).toBeDefined();
    expect(screen.queryByRole("table")).toBeNull();
  });
});
