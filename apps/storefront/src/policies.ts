import type { Outputs } from "./trpc.ts";

const kinds = ["privacy", "terms", "returns"] as const;
export type Policy = (typeof kinds)[number];

/** The policies the store has written; one without text has no page and no link. */
export const policiesOf = ({ policies }: Outputs["store"]["get"]): Policy[] =>
  kinds.filter((kind) => policies[kind].trim() !== "");

/** The policy an address names, where it has text. */
export const findPolicy = (store: Outputs["store"]["get"], named: string): Policy | null =>
  policiesOf(store).find((kind) => kind === named) ?? null;
