import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";

export interface QuantityInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: number;
  most: number;
  onChange: (quantity: number) => void;
}

/** How many, from one up. While it is typed it may be empty; left so, it shows again what counts. */
export function QuantityInput({ value, most, onChange, ...rest }: QuantityInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...rest}
      className="figures"
      inputMode="numeric"
      autoComplete="off"
      maxLength={String(most).length}
      value={typed ?? String(value)}
      onChange={({ currentTarget }) => {
        const digits = currentTarget.value.replace(/\D/g, "");
        setTyped(digits);
        if (Number(digits) >= 1) onChange(Math.min(Number(digits), most));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
