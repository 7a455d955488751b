import { NativeSelect } from "@mantine/core";
import { catalogueText } from "../text/catalogue.ts";
import classes from "./ProductPage.module.css";
import type { Variant } from "./ProductPage.tsx";

const t = catalogueText;
/** More than these are a list to choose from instead of buttons beside each other. */
const mostButtons = 12;

export interface VariantChoiceProps {
  variants: readonly Variant[];
  chosenId: string;
  onChoose: (id: string) => void;
}

/** Which version of the product. */
export function VariantChoice({ variants, chosenId, onChoose }: VariantChoiceProps) {
  if (variants.length > mostButtons) {
    return (
      <NativeSelect
        label={t.variant}
        data={variants.map(({ id, title, available }) => ({
          value: id,
          label: available ? title : `${title} · ${t.soldOut}`,
        }))}
        value={chosenId}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    );
  }
  return (
    <fieldset className={classes["variants"]}>
      <legend>{t.variant}</legend>
      {variants.map(({ id, title, available }) => (
        <label key={id} className={classes["variant"]} data-available={available}>
          <input type="radio" name="variant" value={id} checked={id === chosenId} onChange={() => onChoose(id)} />
          <span>
            <bdi>{title}</bdi>
            {!available && <small> · {t.soldOut}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
