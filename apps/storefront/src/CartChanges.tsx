import { useMoney } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert, Button, List } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { countOf } from "./text.ts";
import { cartText } from "./text/cart.ts";
import { trpc } from "./trpc.ts";
import { type Cart, cartChange } from "./useCart.ts";

const t = cartText;

/** What is no longer as the shopper last saw it, until they say that they have. */
export function CartChanges({ changes }: { changes: Cart["changes"] }) {
  const money = useMoney();
  const seen = useMutation(trpc.cart.seen.mutationOptions(cartChange));
  if (changes.length === 0) return null;
  const sentence = ({ kind, title, from, to, quantity }: Cart["changes"][number]): string => {
    if (kind === "price") {
      return from === null || to === null ? t.changes.gone(title) : t.changes.price(title, money(from), money(to));
    }
    return t.changes[kind](title, countOf(quantity ?? 0, "piece", "pieces"));
  };
  return (
    <>
      <Alert
        color="blue"
        title={t.changed}
        role="status"
        icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}
        mb="lg"
      >
        <List size="sm" spacing={4} mb="sm">
          {[...new Set(changes.map(sentence))].map((told) => (
            <List.Item key={told} style={{ overflowWrap: "anywhere" }}>
              {told}
            </List.Item>
          ))}
        </List>
        <Button size="xs" variant="default" loading={seen.isPending} onClick={() => seen.mutate()}>
          {t.seen}
        </Button>
      </Alert>
      <ProblemNotice error={seen.error} />
    </>
  );
}
