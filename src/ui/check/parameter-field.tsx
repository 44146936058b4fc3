import { useId } from "react";
import type { Parameter } from "../../models/detector.ts";
import { isWhole } from "./detector-choice.ts";
import field from "../shared/field.module.css";
import styles from "./parameter-field.module.css";

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly text: string;
  readonly error: string | null;
  readonly onType: (text: string) => void;
}

/** One parameter: its field, what it does, its range and default. */
export function ParameterField({ parameter, text, error, onType }: ParameterFieldProps) {
  const id = useId();
  const described = { id, "aria-describedby": `${id}-help`, className: styles.input, value: text };
  return (
    <div className={field.field}>
      <label className={styles.label} htmlFor={id}>{parameter.label}</label>
      {parameter.kind === "choice" ? (
        <select {...described} onChange={(event) => onType(event.target.value)}>
          {parameter.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      ) : (
        <input
          {...described}
          inputMode={isWhole(parameter) ? "numeric" : "decimal"}
          autoComplete="off"
          aria-invalid={error !== null}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      <span id={`${id}-help`}>
        {error !== null && <span className={styles.error}>{error} </span>}
        {parameter.help} {rangeOf(parameter)}
      </span>
    </div>
  );
}

function rangeOf(parameter: Parameter): string {
  if (parameter.kind === "choice") {
    const chosen = parameter.options.find(({ value }) => value === parameter.default);
    return `Default: ${chosen?.label ?? parameter.default}.`;
  }
  return `From ${parameter.min} to ${parameter.max}; default ${parameter.default}.`;
}
