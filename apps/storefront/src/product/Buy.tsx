import { Money } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconShoppingBag } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ButtonLink } from "../links.tsx";
import { PriceText } from "../PriceText.tsx";
import { QuantityField } from "../QuantityField.tsx";
import { priceAt } from "../priceAt.ts";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import { cartChange, useCartIfKnown } from "../useCart.ts";
import classes from "./ProductPage.module.css";
import type { Product, Variant } from "./ProductPage.tsx";
import { Steps } from "./Steps.tsx";

const t = catalogueText;

/** What the chosen version costs, whether it is there, and the way into the cart. */
export function Buy({ product, variant }: { product: Product; variant: Variant }) {
  const cart = useCartIfKnown();
  const [quantity, setQuantity] = useState(1);
  const add = useMutation(trpc.cart.addLine.mutationOptions(cartChange));
  // One key for one wish: sent again after a lost answer it adds nothing twice, after a refusal it is a new wish.
  const key = useRef(crypto.randomUUID());
  const { price, stock, available } = variant;
  if (price === null) {
    return <Text c="dimmed">{cart === null ? t.notSoldHere : t.notSold(cart.region.name)}</Text>;
  }

  const inCart = cart?.lines.find(({ variantId }) => variantId === variant.id)?.quantity ?? 0;
  const unit = priceAt(price, variant.steps, quantity);
  const put = () => {
    if (add.isPending) return;
    add.mutate(
      { variantId: variant.id, quantity, idempotencyKey: key.current },
      {
        onSuccess: () => {
          doneToast(t.added(quantity, product.title));
          key.current = crypto.randomUUID();
          setQuantity(1);
        },
        onError: (error) => {
          if (problemOf(error) !== null) key.current = crypto.randomUUID();
        },
      },
    );
  };
  return (
    <>
      <div className={classes["price"]}>
        <PriceText price={unit} size="lg" />
        {cart !== null && (
          <Text size="sm" c="dimmed">
            {cart.region.pricesIncludeTax ? t.taxIncluded : t.taxAdded}
          </Text>
        )}
      </div>
      <Stock available={available} stock={stock} />
      {variant.steps.length > 1 && <Steps steps={variant.steps} quantity={quantity} />}
      {available && (
        <form
          className={classes["buy"]}
          onSubmit={(event) => {
            event.preventDefault();
            put();
          }}
        >
          <QuantityField title={product.title} value={quantity} most={stock} onChange={setQuantity} />
          <Button
            type="submit"
            className={classes["add"] ?? ""}
            loading={add.isPending}
            leftSection={<IconShoppingBag size={18} stroke={1.8} aria-hidden />}
          >
            {t.add}
          </Button>
        </form>
      )}
      {quantity > 1 && (
        <Text size="sm" c="dimmed" role="status">
          {t.subtotal(quantity)}:{" "}
          <Money of={{ amount: unit.amount.amount * quantity, currency: unit.amount.currency }} />
        </Text>
      )}
      <ProblemNotice error={add.error} />
      {inCart > 0 && (
        <div className={classes["inCart"]}>
          <IconCheck size={18} stroke={1.8} aria-hidden />
          <Text size="sm">{t.inCart(inCart)}</Text>
          <ButtonLink to="/cart" variant="default" size="sm">
            {t.toCart}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

/** Whether there is any; how many only when there are few. */
function Stock({ available, stock }: { available: boolean; stock: number | null }) {
  const few = available && stock !== null;
  const words = few ? t.onlyLeft(stock) : available ? t.inStock : t.soldOut;
  const Icon = few || !available ? IconAlertTriangle : IconCheck;
  return (
    <div className={classes["stock"]} data-state={few ? "few" : available ? "in" : "out"}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {words}
    </div>
  );
}
