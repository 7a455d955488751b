import type { Database } from "@clientele/db";
import { type FiguresChecked, type FiguresDifference, rebuildFigures } from "@clientele/db/orders/figures";

/** So many customers are counted in one transaction, so that none holds up a shop that is open. */
const batch = 500;

const told = ({ customerId, currency, stored, counted }: FiguresDifference): string => {
  const names = Object.keys({ ...stored, ...counted }).filter((name) => stored[name] !== counted[name]);
  const parts = names.map((name) => `${name} ${stored[name] ?? "none"} instead of ${counted[name] ?? "none"}`);
  return `${customerId} ${currency ?? "in all"}: ${parts.join(", ")}`;
};

/** Counts all customers' figures from their orders anew, tells each difference, and corrects it unless it only looks. */
export const rebuildAllFigures = async (
  db: Database,
  { correct, tell = () => {}, most = batch }: { correct: boolean; tell?: (line: string) => void; most?: number },
): Promise<{ customers: number; differences: number }> => {
  let customers = 0;
  let differences = 0;
  let after: string | null = null;
  do {
    const from: string | null = after;
    const part: FiguresChecked = await db.transaction((tx) => rebuildFigures(tx, { after: from, most, correct }));
    for (const difference of part.differences) tell(told(difference));
    customers += part.customers;
    differences += part.differences.length;
    after = part.next;
  } while (after !== null);
  return { customers, differences };
};
