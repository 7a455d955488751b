/** What the shopper last saw of a line; null when it was not for sale. */
export interface SeenLine {
  id: string;
  unit: { amount: number; currency: string } | null;
}

/** A line as it stands now. */
export interface PresentLine {
  id: string;
  quantity: number;
  /** The price of a piece for this shopper; null when it is not for sale in the region. */
  unit: { amount: number; currency: string } | null;
  /** How many can be had; null when it is not counted. */
  stock: number | null;
  /** Whether product and variant are still offered at all. */
  offered: boolean;
}

export type LineChange =
  | { lineId: string; kind: "price"; from: number; to: number; currency: string }
  | { lineId: string; kind: "stock"; quantity: number; stock: number }
  | { lineId: string; kind: "gone" }
  | { lineId: string; kind: "not_sold_here" };

/**
 * What differs from what the shopper last saw, told until it is seen (`domain` 7), in the order of the present lines. A
 * new line counts as seen at the price it was added at. Too little stock is told as long as it lasts, since such a cart
 * cannot be ordered. Prices of two currencies are not compared: choosing another region is the shopper's own doing.
 */
export function changesOf(seen: readonly SeenLine[], present: readonly PresentLine[]): LineChange[] {
  const before = new Map(seen.map((line) => [line.id, line.unit]));
  return present.flatMap((line): LineChange[] => {
    const { id: lineId, unit, quantity, stock, offered } = line;
    const was = before.get(lineId) ?? null;
    if (!offered || unit === null) return was === null ? [] : [{ lineId, kind: offered ? "not_sold_here" : "gone" }];
    const changes: LineChange[] = [];
    if (was !== null && was.currency === unit.currency && was.amount !== unit.amount) {
      changes.push({ lineId, kind: "price", from: was.amount, to: unit.amount, currency: unit.currency });
    }
    if (stock !== null && quantity > stock) changes.push({ lineId, kind: "stock", quantity, stock });
    return changes;
  });
}
