import { useLocalStorage } from "@mantine/hooks";
import { z } from "zod";

const TableLayout = z.object({ order: z.array(z.string()), hidden: z.array(z.string()), dense: z.boolean() });
/** How one person likes to see a list: which columns, in which order, how close. Not part of the address. */
export type TableLayout = z.infer<typeof TableLayout>;

interface Layoutable {
  id: string;
  hiddenAtFirst?: boolean;
}

const initialLayout = (columns: readonly Layoutable[]): TableLayout => ({
  order: columns.map(({ id }) => id),
  hidden: columns.filter(({ hiddenAtFirst }) => hiddenAtFirst === true).map(({ id }) => id),
  dense: false,
});

/** A column added since the layout was kept stands at its usual place, behind the one it always followed. */
function completed(kept: TableLayout, columns: readonly Layoutable[]): TableLayout {
  const usual = initialLayout(columns);
  const order = kept.order.filter((id) => usual.order.includes(id));
  const added = usual.order.filter((id) => !order.includes(id));
  for (const id of added) order.splice(usual.order.indexOf(id), 0, id);
  return {
    order,
    hidden: [...kept.hidden.filter((id) => order.includes(id)), ...usual.hidden.filter((id) => added.includes(id))],
    dense: kept.dense,
  };
}

export interface TableLayoutControl {
  layout: TableLayout;
  setLayout: (layout: TableLayout) => void;
  reset: () => void;
}

/** The layout of a list, remembered in this browser under the list's name. */
export function useTableLayout(name: string, columns: readonly Layoutable[]): TableLayoutControl {
  const [kept, keep, forget] = useLocalStorage<TableLayout | null>({
    key: `clientele.table.${name}`,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: (stored) => {
      try {
        return TableLayout.parse(JSON.parse(stored ?? "null"));
      } catch {
        return null;
      }
    },
  });
  return {
    layout: kept === null ? initialLayout(columns) : completed(kept, columns),
    setLayout: keep,
    reset: forget,
  };
}
