import { useRef } from "react";

/**
 * One key for one wish to order: after a lost answer the same wish is sent with the same key, so that the order comes back
 * if it was made; after a refusal, and for anything else, it is a new wish.
 */
export function useOrderWish() {
  const key = useRef(crypto.randomUUID());
  /** The wish that was sent and has no answer yet. */
  const unanswered = useRef<string | null>(null);
  const renew = (): void => {
    key.current = crypto.randomUUID();
    unanswered.current = null;
  };
  return {
    /** True while an order may have been made that nobody has told of. */
    isUnanswered: () => unanswered.current !== null,
    /** The key to send these wants with. */
    keyFor: (wants: object): string => {
      const wish = JSON.stringify(wants);
      if (unanswered.current !== null && unanswered.current !== wish) renew();
      unanswered.current = wish;
      return key.current;
    },
    /** The wish was refused. */
    renew,
  };
}
