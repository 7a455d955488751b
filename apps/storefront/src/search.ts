/**
 * A search parameter that is a text of at most `most` characters; anything else in the address reads as not given. Plain
 * code instead of a schema, since every route's search is read before the first page is shown.
 */
export function searchText(value: unknown, most: number): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= most ? value : undefined;
}
