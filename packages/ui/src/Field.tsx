import { NativeSelect, Select, Switch, Textarea, TextInput } from "@mantine/core";
import type { LooseKeys } from "@mantine/form";
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { afterPress } from "./afterPress.ts";
import { DateField } from "./DateField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { pathOf, type ZodForm } from "./useZodForm.ts";

export interface Choice {
  value: string;
  label: string;
}

type Kind =
  | { kind?: "text" | "email" | "code" }
  | {
      kind: "phone";
      /** What a typed number becomes when the field is left. */ read?: (typed: string) => string;
    }
  | {
      kind: "password";
      /** Shows a live meter of the length; only where a new password is chosen. */ least?: number;
      most?: number;
    }
  | { kind: "textarea"; rows?: number }
  | {
      kind: "select";
      options: readonly Choice[];
      placeholder?: string;
      /** Adds a search box; for long lists. */ searchable?: boolean;
      /** What a search says that finds none of them. */ nothingFound?: string;
      clearable?: boolean;
    }
  | { kind: "switch" }
  | {
      kind: "date";
      /** Lets a time be added; the value is then an instant instead of a day. */ withTime?: boolean;
      min?: string;
    };

export type FieldProps<Values> = Kind & {
  form: ZodForm<Values>;
  name: LooseKeys<Values> & string;
  label: string;
  description?: ReactNode;
  /** Taken from the schema; given only where the rule is not one of a single field. */
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  maxLength?: number;
};

const inputs = {
  text: { type: "text" },
  email: { type: "email", inputMode: "email", autoComplete: "email", autoCapitalize: "none", spellCheck: false },
  phone: { type: "tel", inputMode: "tel", autoComplete: "tel" },
  code: {
    type: "text",
    inputMode: "numeric",
    autoComplete: "one-time-code",
    autoCapitalize: "none",
    spellCheck: false,
    className: "figures",
  },
} as const;

/**
 * One field of a form: label, hint, error and mark belong together, and a wrong value is told when leaving the field,
 * never while it is first typed. A field whose saved value is null gives null when it is emptied again.
 */
export function Field<Values>(props: FieldProps<Values>) {
  const { form, name, label, description, disabled, readOnly, autoFocus, autoComplete, placeholder, maxLength } = props;
  const bound: { value?: unknown; error?: ReactNode; onChange: (value: unknown) => void; onBlur?: unknown } =
    form.getInputProps(name);
  const saved: unknown = name
    .split(".")
    .reduce<unknown>(
      (at, part) => (at !== null && typeof at === "object" ? Reflect.get(at, part) : undefined),
      form.getInitialValues(),
    );
  const textValue = typeof bound.value === "string" ? bound.value : "";
  const setText = (value: string | null) =>
    bound.onChange(value === null || value === "" ? (saved === null ? null : "") : value);

  const common = {
    "data-path": pathOf(form, name),
    label,
    description,
    error: bound.error,
    withAsterisk: props.required ?? form.isRequired(name),
    "aria-required": props.required ?? form.isRequired(name),
    name,
    ...(disabled === undefined ? {} : { disabled }),
    ...(autoFocus === true ? { "data-autofocus": true, autoFocus: true } : {}),
  };
  const checkOnLeaving = () => {
    if (props.kind === "phone" && props.read !== undefined && textValue !== "") setText(props.read(textValue));
    if (form.isDirty(name)) afterPress(() => void form.validateField(name));
  };
  const typed = {
    ...(autoComplete === undefined ? {} : { autoComplete }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(maxLength === undefined ? {} : { maxLength }),
    onBlur: checkOnLeaving,
  };

  switch (props.kind) {
    case "password":
      return (
        <PasswordField
          {...common}
          autoComplete={props.least === undefined ? "current-password" : "new-password"}
          {...typed}
          least={props.least}
          most={props.most}
          value={textValue}
          onChange={setText}
        />
      );
    case "textarea":
      return (
        <Textarea
          {...common}
          {...typed}
          {...(props.rows === undefined ? {} : { minRows: props.rows })}
          value={textValue}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      );
    case "select":
      return props.searchable === true ? (
        <Select
          {...common}
          {...typed}
          searchable
          data={props.options}
          nothingFoundMessage={props.nothingFound}
          limit={500}
          clearable={props.clearable ?? false}
          allowDeselect={props.clearable ?? false}
          value={textValue === "" ? null : textValue}
          onChange={setText}
        />
      ) : (
        <NativeSelect
          {...common}
          onBlur={checkOnLeaving}
          data={[
            ...(props.clearable === true || textValue === "" ? [{ value: "", label: props.placeholder ?? "–" }] : []),
            ...props.options,
          ]}
          value={textValue}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      );
    case "switch":
      return (
        <Switch
          {...{ ...common, withAsterisk: undefined, "aria-required": undefined }}
          checked={bound.value === true}
          onChange={(event) => bound.onChange(event.currentTarget.checked)}
        />
      );
    case "date":
      return (
        <DateField
          {...common}
          withTime={props.withTime ?? false}
          min={props.min}
          value={textValue === "" ? null : textValue}
          onChange={setText}
          onBlur={checkOnLeaving}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          {...inputs[props.kind ?? "text"]}
          {...typed}
          value={textValue}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      );
  }
}
