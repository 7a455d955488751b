import { type ReactNode, useId } from "react";
import classes from "./Checkout.module.css";

export interface Choice<Value extends string> {
  value: Value;
  name: ReactNode;
  description?: ReactNode;
  /** At the end of the row: a price. */
  beside?: ReactNode;
  disabled?: boolean;
}

export interface ChoicesProps<Value extends string> {
  /** What is chosen; names the group for who does not see its heading. */
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChoose: (value: Value) => void;
  error?: string | null;
}

/** A few ways to choose from, each with room for what it means. */
export function Choices<Value extends string>({ label, choices, value, onChoose, error = null }: ChoicesProps<Value>) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-invalid={error !== null}
      aria-describedby={error === null ? undefined : `${id}-error`}
      className={classes["choices"]}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={classes["choice"]} data-disabled={choice.disabled ?? false}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChoose(choice.value)}
          />
          <span className={classes["choiceText"]}>
            <span className={classes["choiceName"]}>{choice.name}</span>
            {choice.description !== undefined && <span className={classes["choiceHint"]}>{choice.description}</span>}
          </span>
          {choice.beside !== undefined && <span className={classes["beside"]}>{choice.beside}</span>}
        </label>
      ))}
      {error !== null && (
        <p id={`${id}-error`} role="alert" className={classes["error"]}>
          {error}
        </p>
      )}
    </div>
  );
}
