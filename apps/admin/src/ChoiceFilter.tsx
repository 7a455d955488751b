import { NativeSelect } from "@mantine/core";

export interface ChoiceFilterProps<Value extends string> {
  label: string;
  /** What is read while nothing is chosen. */
  any: string;
  words: Readonly<Record<Value, string>>;
  values: readonly Value[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list to one of a few values, or to none of them. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, any, words, values, value, onChange } = props;
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      data={[{ value: "", label: any }, ...values.map((one) => ({ value: one, label: words[one] }))]}
      onChange={({ currentTarget }) => onChange(values.find((one) => one === currentTarget.value))}
    />
  );
}
