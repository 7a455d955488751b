import { AsyncLocalStorage } from "node:async_hooks";

interface Scope {
  open: boolean;
}

const current = new AsyncLocalStorage<Scope>();

/**
 * Throws inside a transaction's `work`. The hasher, the mailer and every port that waits for the outside call it first,
 * so that no transaction is ever held open, or run again, around something that is not its own statement.
 */
export const assertOutsideTransaction = (what: string): void => {
  if (current.getStore()?.open === true) throw new InsideTransaction(what);
};

/** A programming error: something was awaited inside `work` that is not the transaction's own statement. */
export class InsideTransaction extends Error {
  override readonly name = "InsideTransaction";
  constructor(what: string) {
    super(`${what} must not happen inside a transaction`);
  }
}

/** Runs the work as the inside of a transaction. */
export const insideTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
  const scope: Scope = { open: true };
  try {
    return await current.run(scope, work);
  } finally {
    scope.open = false;
  }
};

/** Runs the effects of a committed transaction, one after the other and outside of it. */
export const runEffects = async (
  effects: readonly (() => Promise<void>)[],
  report: (error: unknown) => void,
): Promise<void> => {
  for (const effect of effects) {
    try {
      await current.exit(effect);
    } catch (error) {
      report(error);
    }
  }
};
