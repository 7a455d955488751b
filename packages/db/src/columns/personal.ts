/**
 * What erasing a person does to a column: nothing personal in it, emptied with the person, or kept for the reason given.
 * Every column says it where it is defined; erasure and the data inventory are checked against these words.
 */
export type Personal = "none" | "erase" | { readonly keep: string };

export interface Declaration {
  readonly personal: Personal;
}

const ofBuilder = new WeakMap<object, Personal>();
const ofTable = new WeakMap<object, ReadonlyMap<string, Personal>>();

/** Notes what the column builder was declared with; later calls on the builder (`notNull`, …) keep it. */
export const declared = <B extends object>(builder: B, declaration: Declaration): B => {
  ofBuilder.set(builder, declaration.personal);
  return builder;
};

/** Notes the columns of a finished table; a column that did not come from the kit is refused. */
export const declaredTable = <T extends object>(table: T, name: string, columns: Record<string, object>): T => {
  const entries = Object.entries(columns).map(([key, builder]): [string, Personal] => {
    const personal = ofBuilder.get(builder);
    if (personal === undefined) throw new Error(`column ${name}.${key} does not declare what is personal in it`);
    return [key, personal];
  });
  ofTable.set(table, new Map(entries));
  return table;
};

/** The declarations of a table's columns, by the name the code gives each column. */
export const personalOf = (table: object): ReadonlyMap<string, Personal> => {
  const columns = ofTable.get(table);
  if (columns === undefined) throw new Error("the table was not made with a column kit");
  return columns;
};
