import type { Reader } from "./database.ts";
import { ownOf } from "./dialect.ts";
import { assertOutsideTransaction } from "./transactionScope.ts";

interface Preparable<P> {
  prepare(name: string): P;
}

/**
 * A read that is built once per database instead of once per call, since building costs ten times running. Its values are
 * placeholders: `hot("session", (r) => r.select()….where(eq(…, sql.placeholder("handle"))))(reader).execute({ handle })`.
 * The name is its own among all hot reads.
 */
export const hot = <P>(name: string, build: (reader: Reader) => Preparable<P>): ((reader: Reader) => P) => {
  const kept = new WeakMap<Reader, P>();
  return (reader) => {
    // What is kept would otherwise pass by the check that building a read through the database makes.
    if (ownOf(reader).alone !== undefined) assertOutsideTransaction("a read through the database");
    const found = kept.get(reader);
    if (found !== undefined) return found;
    const prepared = build(reader).prepare(name);
    kept.set(reader, prepared);
    return prepared;
  };
};
