import { problemOf } from "@clientele/ui/problem.ts";

/** A failed call as a form sees it whose fields stand below a name in what was sent: `shippingAddress.city` is its `city`. */
export function withoutPrefix(error: unknown, name: string): unknown {
  const problem = problemOf(error);
  if (problem === null) return error;
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([path, field]) => [
      path.startsWith(`${name}.`) ? path.slice(name.length + 1) : path,
      field,
    ]),
  );
  return { data: { problem: { ...problem, fields } } };
}

/** Whether the failure is of a field below the name. */
export const isBelow = (error: unknown, name: string): boolean =>
  Object.keys(problemOf(error)?.fields ?? {}).some((path) => path.startsWith(name));
