import { expect, test } from "vitest";
import { changesOf, type LineChange, type PresentLine, type SeenLine } from "./cartChanges.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const present: PresentLine = { id: "line", quantity: 2, unit: eur(100), stock: null, offered: true };

test.each<[string, SeenLine["unit"], Partial<PresentLine>, LineChange[]]>([
  ["the same as was seen", eur(100), {}, []],
  ["dearer", eur(90), {}, [{ lineId: "line", kind: "price", from: 90, to: 100, currency: "EUR" }]],
  ["cheaper", eur(120), {}, [{ lineId: "line", kind: "price", from: 120, to: 100, currency: "EUR" }]],
  ["in another currency", { amount: 90, currency: "CHF" }, {}, []],
  ["never seen for sale", null, {}, []],
  ["scarce", eur(100), { stock: 1 }, [{ lineId: "line", kind: "stock", quantity: 2, stock: 1 }]],
  ["just enough", eur(100), { stock: 2 }, []],
  ["scarce and not seen", null, { stock: 0 }, [{ lineId: "line", kind: "stock", quantity: 2, stock: 0 }]],
  ["no longer offered", eur(100), { offered: false, stock: 0 }, [{ lineId: "line", kind: "gone" }]],
  ["not sold here", eur(100), { unit: null }, [{ lineId: "line", kind: "not_sold_here" }]],
  ["known to be gone", null, { offered: false, unit: null }, []],
  ["known not to be sold here", null, { unit: null, stock: 0 }, []],
])("a line that is %s", (_, unit, given, changes) => {
  expect(changesOf([{ id: "line", unit }], [{ ...present, ...given }])).toEqual(changes);
});

test("changes stand in the order of the lines, dearer and scarce ones with both", () => {
  const lines = [
    { ...present, id: "b", stock: 1 },
    { ...present, id: "a", unit: eur(7) },
  ];
  const seen = [
    { id: "a", unit: eur(8) },
    { id: "b", unit: eur(99) },
    { id: "removed", unit: eur(1) },
  ];
  expect(changesOf(seen, lines).map(({ lineId, kind }) => `${lineId} ${kind}`)).toEqual([
    "b price",
    "b stock",
    "a price",
  ]);
});
