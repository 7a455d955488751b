import { basis } from "@clientele/domain/money";
import type { AudienceShape } from "@clientele/domain/pricing/audienceMatch";
import type { DiscountTerms } from "@clientele/domain/pricing/discountFit";
import type { Candidate, ListTerms } from "@clientele/domain/pricing/resolvePrice";

/** A table of a page, its rows by the words of its head. */
export interface PageTable {
  /** The heading it stands under. */
  section: string;
  head: string[];
  rows: Record<string, string>[];
}

const cellsOf = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Every table of a page, in its order. */
export function tablesOf(page: string): PageTable[] {
  const tables: PageTable[] = [];
  let section = "";
  let open: PageTable | null = null;
  for (const line of page.split("\n")) {
    section = /^#+ (.+)$/.exec(line)?.[1] ?? section;
    if (!line.startsWith("|")) open = null;
    else if (open === null) {
      open = { section, head: cellsOf(line), rows: [] };
      tables.push(open);
    } else if (!/^\|[\s|:-]+\|$/.test(line)) {
      const { head } = open;
      const cells = cellsOf(line);
      if (cells.length !== head.length) throw new Error(`${section}: a row has not one cell for each column: ${line}`);
      open.rows.push(Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
    }
  }
  return tables;
}

const isEmpty = (cell: string | undefined): boolean => cell === undefined || cell === "" || cell === "–";
const cannotRead = (cell: string): Error => new Error(`this cell cannot be read: ${cell}`);
const matched = (pattern: RegExp, cell: string): RegExpExecArray => {
  const found = pattern.exec(cell);
  if (found === null) throw cannotRead(cell);
  return found;
};

/** "12.50" in minor units; the page is in a currency of two decimals. */
export const amountOf = (cell: string): number => Number(matched(/^(\d+)\.\d\d$/, cell)[0].replace(".", ""));
export const amountText = (amount: number): string => (amount / 100).toFixed(2);
/** "2026-03-15 00:00", in UTC. */
export const instantOf = (cell: string): Date =>
  new Date(`${matched(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, cell)[0].replace(" ", "T")}Z`);
/** "7.5 %" in basis points, with its sign. */
const percentOf = (cell: string): number => {
  const [, sign, number] = matched(/^([−+])?(\d+(?:\.\d+)?) %$/, cell);
  return Math.round((Number(number) * basis) / 100) * (sign === "−" ? -1 : 1);
};

/** "19 %, included" or "10 %, added". */
export const taxRulesOf = (cell: string): { taxRate: number; pricesIncludeTax: boolean } => {
  const [, rate = "", how] = matched(/^(.+ %), (included|added)$/, cell);
  return { taxRate: percentOf(rate), pricesIncludeTax: how === "included" };
};

/** "everyone", or parts such as "any of VIP, Club; none of Letter". */
const audienceOf = (cell: string): AudienceShape => {
  if (cell === "everyone") return { kind: "everyone" };
  const parts = cell.split("; ").map((part) => matched(/^(any|all|none) of (.+)$/, part));
  const named = (kind: string): string[] =>
    parts.flatMap(([, part, names = ""]) => (part === kind ? names.split(", ") : []));
  return { kind: "groups", anyOf: named("any"), allOf: named("all"), noneOf: named("none") };
};

/** "a visitor", "an account in no group", or the names of groups: "VIP and Wholesale". */
export const shopperOf = (cell: string): { signedIn: boolean; groups: ReadonlySet<string> } => {
  if (cell === "a visitor") return { signedIn: false, groups: new Set() };
  const names = cell === "an account in no group" ? [] : cell.split(" and ");
  return { signedIn: true, groups: new Set(names) };
};

/** "−10 %, at least 0.20" of a list's percentage. */
const adjustmentOf = (cell: string): Pick<ListTerms, "adjustment" | "floor"> => {
  if (isEmpty(cell)) return { adjustment: null, floor: null };
  const [, percent = "", floor] = matched(/^(.+ %)(?:, at least (.+))?$/, cell);
  return { adjustment: percentOf(percent), floor: floor === undefined ? null : amountOf(floor) };
};

/** "left out", "36.00", or ranges such as "1–9: 36.00, 50+: 28.00". */
const entryOf = (cell: string | undefined): Omit<Candidate, "list"> => {
  if (cell === undefined || isEmpty(cell)) return { excluded: false, amounts: [] };
  if (cell === "left out") return { excluded: true, amounts: [] };
  const amounts = cell.split(", ").map((part) => {
    const [, min, max, amount = ""] = matched(/^(?:(\d+)(?:–(\d+)|\+): )?(\d+\.\d\d)$/, part);
    return { min: Number(min ?? 1), max: max === undefined ? null : Number(max), amount: amountOf(amount) };
  });
  return { excluded: false, amounts };
};

const statuses = ["draft", "active", "archived"] as const;
const oneOf = <T extends string>(words: readonly T[], cell: string): T => {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw cannotRead(cell);
  return found;
};
const timeOf = (cell: string | undefined): Date | null =>
  cell === undefined || isEmpty(cell) ? null : instantOf(cell);

/** The lists of a table for one good, the first row being the earliest made. */
export const candidatesOf = ({ head, rows }: PageTable, good: string, goods: readonly string[]): Candidate[] => {
  const known = ["list", "type", "for", "state", "from", "until", "currency", "all goods", ...goods];
  const strange = head.find((name) => !known.includes(name));
  if (strange !== undefined) throw cannotRead(strange);
  return rows.map((row, at) => ({
    list: {
      id: `plist_${String(at).padStart(2, "0")}`,
      name: row["list"] ?? "",
      benefit: null,
      type: oneOf(["override", "sale"], row["type"] ?? ""),
      status: oneOf(statuses, row["state"] ?? "active"),
      currency: row["currency"] ?? "EUR",
      startsAt: timeOf(row["from"]),
      endsAt: timeOf(row["until"]),
      audience: audienceOf(row["for"] ?? ""),
      ...adjustmentOf(row["all goods"] ?? ""),
      createdAt: new Date(at),
    },
    ...entryOf(row[good]),
  }));
};

/** A discount of a table, with how often it counts as used. */
export interface PageDiscount {
  terms: DiscountTerms;
  uses: { total: number; byCustomer: number };
}

/** "10 %", "5.00" or "free shipping". */
const valueOf = (cell: string): Pick<DiscountTerms, "kind" | "basisPoints" | "amount" | "currency"> => {
  const none = { basisPoints: null, amount: null, currency: null };
  if (cell === "free shipping") return { ...none, kind: "free_shipping" };
  if (cell.endsWith("%")) return { ...none, kind: "percentage", basisPoints: percentOf(cell) };
  return { ...none, kind: "fixed", amount: amountOf(cell), currency: "EUR" };
};

/** What one term of a discount says, such as "minimum 50.00" or "not Kettle". */
const readTerm = (term: string): { terms?: Partial<DiscountTerms>; uses?: Partial<PageDiscount["uses"]> } => {
  const [, word = "", rest = ""] = matched(
    /^(minimum|only|not|for|until|from|disabled|once for each customer|used by you|in another region|\d+ times|used \d+ times) ?(.*)$/,
    term,
  );
  if (/^\d/.test(word)) return { terms: { usageLimit: Number.parseInt(word, 10) } };
  if (/^used \d/.test(word)) return { uses: { total: Number.parseInt(word.slice(5), 10) } };
  switch (word) {
    case "minimum":
      return { terms: { minimum: { amount: amountOf(rest), currency: "EUR" } } };
    case "only":
      return { terms: { productsIn: rest.split(" and ") } };
    case "not":
      return { terms: { productsNotIn: rest.split(" and ") } };
    case "for":
      return { terms: { audience: audienceOf(`any of ${rest}`) } };
    case "until":
      return { terms: { endsAt: instantOf(rest) } };
    case "from":
      return { terms: { startsAt: instantOf(rest) } };
    case "disabled":
      return { terms: { status: "disabled" } };
    case "once for each customer":
      return { terms: { perCustomerLimit: 1 } };
    case "used by you":
      return { uses: { byCustomer: 1 } };
    default:
      return { terms: { regionIds: ["reg_other"] } };
  }
};

const merged = <T extends object>(parts: readonly (Partial<T> | undefined)[]): Partial<T> =>
  parts.reduce<Partial<T>>((whole, part) => ({ ...whole, ...part }), {});

/** The discounts of a table, the first row being the earliest made. */
export const discountsOf = ({ rows }: PageTable): PageDiscount[] =>
  rows.map((row, at) => {
    const cell = row["terms"];
    const said = cell === undefined || isEmpty(cell) ? [] : cell.split(", ").map(readTerm);
    const code = row["code"] ?? "";
    return {
      terms: {
        id: `disc_${String(at).padStart(2, "0")}`,
        name: row["discount"] ?? "",
        code: isEmpty(code) ? null : code,
        ...valueOf(row["takes"] ?? ""),
        appliesTo: row["from"] === "the items" ? "items" : "cart",
        audience: { kind: "everyone" },
        regionIds: [],
        productsIn: [],
        productsNotIn: [],
        minimum: null,
        startsAt: null,
        endsAt: null,
        status: "active",
        usageLimit: null,
        perCustomerLimit: null,
        createdAt: new Date(at),
        ...merged(said.map(({ terms }) => terms)),
      },
      uses: { total: 0, byCustomer: 0, ...merged(said.map(({ uses }) => uses)) },
    };
  });

export const codesOf = (cell: string): string[] => (isEmpty(cell) ? [] : cell.split(", "));
