import { TextLink } from "./links.tsx";
import { policiesOf } from "./policies.ts";
import { text } from "./text.ts";
import { useStore } from "./useStore.ts";

/** The store's own texts, after the words that say why; nothing where it has none. */
export function PolicyLinks({ lead }: { lead: string }) {
  const policies = policiesOf(useStore());
  if (policies.length === 0) return null;
  return (
    <small>
      {lead}{" "}
      {policies.map((policy, index) => (
        <span key={policy}>
          {index > 0 && " · "}
          <TextLink to="/policies/$policy" params={{ policy }} underline="always">
            {text.policy[policy]}
          </TextLink>
        </span>
      ))}
    </small>
  );
}
