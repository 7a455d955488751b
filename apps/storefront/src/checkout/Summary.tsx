import { isLostConnection, isProblemCode, problemOf } from "@clientele/ui/problem.ts";
import { Money, useMoney } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert, Button, Paper, Stack, Text, Title } from "@mantine/core";
import { useIsMutating } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { ButtonLink, LoneLink } from "../links.tsx";
import { Picture } from "../Picture.tsx";
import { SumRows } from "../SumRows.tsx";
import { sumsOfCart } from "../sumsOfCart.ts";
import { checkoutText } from "../text/checkout.ts";
import { trpc } from "../trpc.ts";
import type { Cart } from "../useCart.ts";
import classes from "./Checkout.module.css";
import type { Checkout } from "./useCheckout.ts";

const t = checkoutText;

/** What is ordered, what it comes to, and the one button that orders it. */
export function Summary({ cart, checkout, policies }: { cart: Cart; checkout: Checkout; policies: ReactNode }) {
  const money = useMoney();
  const pending = useIsMutating(trpc.cart.setShipping.mutationOptions()) > 0;
  return (
    <Paper component="section" p="lg" className={classes["summary"] ?? ""} aria-labelledby="summary">
      <div className={classes["summaryHead"]}>
        <Title order={2} size="h3" id="summary">
          {t.summary}
        </Title>
        <LoneLink to="/cart" size="sm">
          {t.edit}
        </LoneLink>
      </div>
      <ul className={classes["lines"]}>
        {cart.lines.map((line) => (
          <li key={line.id}>
            <Picture hash={line.picture} />
            <span className={classes["lineText"]}>
              <bdi>{line.title}</bdi>
              <Text span size="sm" c="dimmed" className="figures">
                {t.quantity(line.quantity)} {line.unit !== null && <Money of={line.unit.amount} />}
                {line.variantTitle !== "" && <bdi> · {line.variantTitle}</bdi>}
              </Text>
            </span>
            <Money of={line.amount} />
          </li>
        ))}
      </ul>
      <SumRows sums={sumsOfCart(cart)} pending={pending} shippingOpen={t.shippingOpen} />
      <Refusal checkout={checkout} />
      <Button type="submit" fullWidth loading={checkout.placing} disabled={pending}>
        {t.place(money(cart.totals.total))}
      </Button>
      {policies}
    </Paper>
  );
}

/** Why it was not ordered, and what helps; the keyboard is led there. */
function Refusal({ checkout: { failure, changed } }: { checkout: Checkout }) {
  const money = useMoney();
  const place = useRef<HTMLDivElement>(null);
  const there = failure !== null || changed !== null;
  useEffect(() => {
    if (there) place.current?.focus();
  }, [there, failure, changed]);
  if (!there) return null;
  const isLost = failure !== null && (isProblemCode(failure, "server.outcome_unknown") || isLostConnection(failure));
  const isOfCart = (problemOf(failure)?.code ?? "").startsWith("cart.") || isProblemCode(failure, "order.out_of_stock");
  return (
    <div ref={place} tabIndex={-1} className={classes["refusal"]}>
      {changed !== null && (
        <Alert color="yellow" title={t.changedTitle}>
          {t.changed(money(changed.seen), money(changed.total))}
        </Alert>
      )}
      {isLost && (
        <Alert color="yellow" title={t.lostTitle}>
          {t.lost}
        </Alert>
      )}
      {failure !== null && !isLost && (
        <Stack gap="sm">
          <ProblemNotice error={failure} title={t.failedTitle} />
          {isOfCart && !isProblemCode(failure, "cart.incomplete") && (
            <ButtonLink to="/cart" variant="default" size="sm">
              {t.toCart}
            </ButtonLink>
          )}
        </Stack>
      )}
    </div>
  );
}
