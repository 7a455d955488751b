import { mostQuantity } from "@clientele/domain/carts/limits";
import { ActionIcon, TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import classes from "./QuantityField.module.css";
import { catalogueText } from "./text/catalogue.ts";

const t = catalogueText;

export interface QuantityFieldProps {
  /** Of what; named for those who do not see the line it stands in. */
  title: string;
  value: number;
  /** The most that can be had; null when it is not counted. */
  most: number | null;
  onChange: (quantity: number) => void;
  disabled?: boolean;
}

/** How many: by steps, by the arrow keys, or typed. What cannot be is brought to the nearest that can. */
export function QuantityField({ title, value, most, onChange, disabled = false }: QuantityFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const limit = Math.max(1, Math.min(most ?? mostQuantity, mostQuantity));
  const set = (quantity: number) => {
    setTyped(null);
    const within = Math.min(Math.max(quantity, 1), limit);
    if (within !== value) onChange(within);
  };
  const take = () => {
    if (typed === null) return;
    const quantity = Number(typed);
    if (typed.trim() === "" || !Number.isInteger(quantity)) setTyped(null);
    else set(quantity);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      set(value + step);
    } else if (event.key === "Enter") {
      take();
    }
  };
  return (
    <div className={classes["quantity"]} role="group" aria-label={t.quantityOf(title)}>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={t.fewer(title)}
        disabled={disabled || value <= 1}
        onClick={() => set(value - 1)}
      >
        <IconMinus size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
      <TextInput
        aria-label={t.quantityOf(title)}
        className={classes["field"] ?? ""}
        classNames={{ input: `figures ${classes["input"]}` }}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        disabled={disabled}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, ""))}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={t.more(title)}
        disabled={disabled || value >= limit}
        onClick={() => set(value + 1)}
      >
        <IconPlus size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  );
}
