const ends = new WeakMap<object, Promise<void>>();

/**
 * Runs works over a store one after the other in this process, in the order they came. It decides nothing: that is for the
 * transaction, also against other processes. But every order writes at the ends of the same indexes, and PostgreSQL takes
 * two that read and wrote one page for two that met: of a crowd, all but one would be run again until many ran out of time.
 * Here they wait for each other instead.
 */
export const inTurn = async <T>(store: object, work: () => Promise<T>): Promise<T> => {
  const before = ends.get(store);
  const { promise: ended, resolve: end } = deferred();
  ends.set(store, ended);
  await before;
  try {
    return await work();
  } finally {
    end();
  }
};

const deferred = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};
