import { useId } from "react";
import styles from "./inline-choice.module.css";

interface InlineChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onPick: (value: Value) => void;
}

/** One of a few words, in a row beside a drawing or a list; not printed. */
export function InlineChoice<Value extends string>({ legend, options, value, onPick }: InlineChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
