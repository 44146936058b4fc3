import { useId } from "react";
import styles from "./option-group.module.css";

interface OptionGroupProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** null: none yet */
  readonly value: Value | null;
  readonly onPick: (value: Value) => void;
}

/** One of a few, all in sight. */
export function OptionGroup<Value extends string>({ legend, options, value, onPick }: OptionGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
