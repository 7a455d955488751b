const ends = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Runs works of a store that name a common key one after the other in this process, in the order they came. It decides nothing: that
 * is for the transaction, also against other processes. But orders of the same pieces would meet in the database, where
 * all but one are run again and a crowd runs out of time; here they wait for each other instead.
 */
export const inTurn = async <T>(store: object, keys: readonly string[], work: () => Promise<T>): Promise<T> => {
  const waited = ends.get(store) ?? new Map<string, Promise<void>>();
  ends.set(store, waited);
  const before = keys.flatMap((key) => waited.get(key) ?? []);
  const { promise: ended, resolve: end } = deferred();
  // All keys are taken at once, before anything is awaited, so no two works ever wait for each other.
  for (const key of keys) waited.set(key, ended);
  await Promise.all(before);
  try {
    return await work();
  } finally {
    end();
    for (const key of keys) if (waited.get(key) === ended) waited.delete(key);
  }
};

const deferred = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};
