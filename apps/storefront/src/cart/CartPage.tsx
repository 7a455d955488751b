import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { mainId } from "@clientele/ui/SkipLink.tsx";
import { undoToast } from "@clientele/ui/undoToast.tsx";
import { Paper, Text, Title, VisuallyHidden } from "@mantine/core";
import { IconShoppingBag } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { CartChanges } from "../CartChanges.tsx";
import { ButtonLink, LoneLink, TextLink } from "../links.tsx";
import { sumsOfCart } from "../sumsOfCart.ts";
import { SumRows } from "../SumRows.tsx";
import { text } from "../text.ts";
import { cartText } from "../text/cart.ts";
import { client, trpc } from "../trpc.ts";
import { type CartLine, cartChange, takeCart, useCart } from "../useCart.ts";
import { CartLines } from "./CartLines.tsx";
import classes from "./CartPage.module.css";
import { CodeForm } from "./CodeForm.tsx";
import { useQuantities } from "./useQuantities.ts";

const t = cartText;

export function CartPage({ store }: { store: string }) {
  const cart = useCart();
  const quantities = useQuantities();
  const remove = useMutation(trpc.cart.removeLine.mutationOptions(cartChange));
  const leaving = remove.isPending ? remove.variables.lineId : null;
  const lines = cart.lines.filter(({ id }) => id !== leaving);

  const take = (line: CartLine) =>
    remove.mutate(
      { lineId: line.id },
      {
        onSuccess: () => {
          const { variantId, quantity, title } = line;
          // The button that had the focus is gone with its line.
          document.getElementById(mainId)?.focus({ preventScroll: true });
          undoToast({
            message: t.removed(title),
            onUndo: () => client.cart.addLine.mutate({ variantId, quantity }).then(takeCart),
          });
        },
      },
    );
  if (cart.lines.length === 0) return <EmptyCart store={store} changes={cart.changes} signedIn={cart.signedIn} />;

  const pending = quantities.pending || remove.isPending;
  const blocked = cart.lines.some(({ problem }) => problem !== null);
  return (
    <>
      <PageHeader title={t.title} store={store} />
      <CartChanges changes={cart.changes} />
      <div className={classes["cart"]}>
        <div className={classes["left"]}>
          <ProblemNotice error={quantities.failure ?? remove.error} />
          <CartLines lines={lines} quantities={quantities} onRemove={take} />
        </div>
        <Paper component="section" p="lg" className={classes["summary"] ?? ""} aria-labelledby="summary">
          <Title order={2} size="h3" id="summary">
            {t.summary}
          </Title>
          <CodeForm codes={cart.codes} signedIn={cart.signedIn} />
          <SumRows sums={sumsOfCart(cart)} pending={pending} />
          <VisuallyHidden role="status">{pending ? t.updating : ""}</VisuallyHidden>
          {blocked && (
            <Text size="sm" className={classes["warning"] ?? ""}>
              {t.blocked}
            </Text>
          )}
          <ButtonLink to="/checkout" fullWidth>
            {t.checkout}
          </ButtonLink>
          <LoneLink to="/" size="sm" ta="center">
            {t.goOn}
          </LoneLink>
        </Paper>
      </div>
    </>
  );
}

interface EmptyCartProps {
  store: string;
  changes: Parameters<typeof CartChanges>[0]["changes"];
  signedIn: boolean;
}

function EmptyCart({ store, changes, signedIn }: EmptyCartProps) {
  return (
    <>
      <PageHeader title={t.title} store={store} />
      <CartChanges changes={changes} />
      <EmptyState icon={IconShoppingBag} title={t.emptyTitle} action={<ButtonLink to="/">{t.toCatalogue}</ButtonLink>}>
        {t.empty}
        {!signedIn && (
          <>
            {" "}
            {t.signInHint}{" "}
            <TextLink to="/sign-in" search={{ next: "/cart" }} underline="always">
              {text.shell.signIn}
            </TextLink>
          </>
        )}
      </EmptyState>
    </>
  );
}
