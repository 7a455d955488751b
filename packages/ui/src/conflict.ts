export type Choice = "mine" | "theirs";

export interface ConflictField {
  name: string;
  label: string;
  mine: unknown;
  theirs: unknown;
}

const same = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

/** The fields both sides changed, each to something else. What only one side touched needs no question. */
export function conflictsOf<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
  labels: Partial<Record<keyof Values & string, string>>,
): ConflictField[] {
  return Object.entries(labels as Record<string, string>).flatMap(([name, label]) => {
    const key = name as keyof Values;
    const asked = !same(mine[key], base[key]) && !same(theirs[key], base[key]) && !same(mine[key], theirs[key]);
    return asked ? [{ name, label, mine: mine[key], theirs: theirs[key] }] : [];
  });
}

/** What the form holds after the choice: mine where only I changed it or I said so, else what is saved now. */
export function mergeConflict<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
  choices: Readonly<Record<string, Choice>>,
): Values {
  const merged = { ...theirs };
  for (const name of Object.keys(mine) as (keyof Values & string)[]) {
    if (!same(mine[name], base[name]) && choices[name] !== "theirs") merged[name] = mine[name];
  }
  return merged;
}
