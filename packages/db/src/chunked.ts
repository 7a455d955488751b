/** Both databases refuse statements with too many parameters, and one of them with a misleading message. */
const mostParameters = 5_000;

/** The items in runs that fit one statement, when each item takes so many parameters. */
export function* chunked<T>(items: readonly T[], parametersEach = 1): Generator<T[]> {
  const size = Math.max(1, Math.floor(mostParameters / parametersEach));
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
