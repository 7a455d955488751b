import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { TextInput } from "@mantine/core";
import { catalogueText } from "../text/catalogue.ts";
import type { ProductValues } from "./productForm.ts";
import { VariantMenu } from "./VariantMenu.tsx";

const t = catalogueText.variants;
const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

export interface VariantRowProps {
  form: ZodForm<ProductValues>;
  at: number;
  currencies: readonly string[];
  /** Moves the row by a step; the element is what keeps the focus. */
  onMove: (step: -1 | 1, place: HTMLElement | null) => void;
}

/** A variant to be typed in; Alt with an arrow moves it from any of its fields. */
export function VariantRow({ form, at, currencies, onMove }: VariantRowProps) {
  const place = at + 1;
  const of = form.values.variants.length;
  const cell = (label: string, path: string, extra: object = {}) => (
    <td key={path} data-label={label}>
      <TextInput
        {...form.getInputProps(`variants.${at}.${path}`)}
        aria-label={t.of(label, place)}
        autoComplete="off"
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (!event.altKey || step === undefined) return;
          event.preventDefault();
          onMove(step, event.currentTarget);
        }}
        {...extra}
      />
    </td>
  );
  return (
    <tr>
      {cell(t.name, "title", { placeholder: of === 1 ? t.only : t.namePlaceholder })}
      {cell(t.sku, "sku", { "aria-required": true, spellCheck: false })}
      {cell(t.stock, "stock", { inputMode: "numeric", className: "figures", placeholder: t.uncounted })}
      {currencies.map((currency) =>
        cell(t.price(currency), `prices.${currency}`, {
          inputMode: "decimal",
          className: "figures",
          placeholder: "–",
        }),
      )}
      <td>
        <VariantMenu place={place} of={of} onMove={onMove} onRemove={() => form.removeListItem("variants", at)} />
      </td>
    </tr>
  );
}
