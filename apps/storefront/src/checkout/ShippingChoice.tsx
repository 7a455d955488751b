import { Money } from "@clientele/ui/Money.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Alert } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { checkoutText } from "../text/checkout.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { type Cart, cartChange } from "../useCart.ts";
import { Choices } from "./Choices.tsx";

const t = checkoutText;

export interface ShippingChoiceProps {
  options: Outputs["checkout"]["options"]["shippingOptions"];
  chosen: Cart["shippingOption"];
  /** True after somebody tried to order without. */
  needed: boolean;
}

/** How it is sent. The price follows from it, so the choice is saved at once; the only way there is needs no choice. */
export function ShippingChoice({ options, chosen, needed }: ShippingChoiceProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const choose = useMutation(
    trpc.cart.setShipping.mutationOptions({ ...cartChange, onSettled: () => setWanted(null) }),
  );
  const group = useRef<HTMLDivElement>(null);
  const [only] = options.length === 1 && chosen === null ? options : [];
  const { mutate } = choose;
  const onlyId = only?.id;
  useEffect(() => {
    if (onlyId !== undefined) mutate({ shippingOptionId: onlyId });
  }, [onlyId, mutate]);
  useEffect(() => {
    if (needed) group.current?.querySelector("input")?.focus();
  }, [needed]);
  if (options.length === 0) return <Alert color="yellow">{t.noShipping}</Alert>;
  return (
    <div ref={group}>
      <Choices
        label={t.shipping}
        value={wanted ?? chosen?.id ?? null}
        onChoose={(shippingOptionId) => {
          setWanted(shippingOptionId);
          choose.mutate({ shippingOptionId });
        }}
        error={needed ? t.shippingNeeded : null}
        choices={options.map(({ id, name, description, price }) => ({
          value: id,
          name,
          ...(description === "" ? {} : { description }),
          beside: price.amount === 0 ? t.free : <Money of={price} />,
        }))}
      />
      <ProblemNotice error={choose.error} />
    </div>
  );
}
