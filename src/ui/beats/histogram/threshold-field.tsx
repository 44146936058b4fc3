import { useId, useState, type KeyboardEvent } from "react";
import { Button } from "../../shared/button.tsx";
import { formatFixed } from "../../shared/format.ts";
import { typedNumber } from "../../shared/typed-number.ts";
import type { ThresholdRange } from "./threshold-range.ts";
import styles from "./threshold-field.module.css";

interface ThresholdFieldProps {
  readonly threshold: number;
  readonly shippedThreshold: number;
  readonly range: ThresholdRange;
  readonly onThreshold: (threshold: number) => void;
}

/** The threshold as a number to type, in use from Enter or from leaving the field on, and the way back to the shipped one. */
export function ThresholdField({ threshold, shippedThreshold, range, onThreshold }: ThresholdFieldProps) {
  const fieldId = useId();
  const hintId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { upper, digits } = range;
  const value = typed === null ? threshold : typedNumber(typed);
  const isUnfit = !(value >= 0 && value <= upper);

  function commit(): void {
    if (typed !== null && !isUnfit && value !== threshold) onThreshold(value);
    setTyped(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !isUnfit) commit();
    if (event.key === "Escape") setTyped(null);
  }

  return (
    <div className={styles.row}>
      <label htmlFor={fieldId}>Predict anomalous from an error of</label>
      <input
        id={fieldId}
        inputMode="decimal"
        autoComplete="off"
        className={styles.number}
        aria-describedby={hintId}
        aria-invalid={isUnfit}
        value={typed ?? formatFixed(threshold, digits)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={commit}
      />
      <Button disabled={threshold === shippedThreshold} onClick={() => onThreshold(shippedThreshold)}>Reset to shipped threshold</Button>
      <span id={hintId} className={isUnfit ? styles.unfit : styles.hint}>
        {isUnfit ? `Type an error from 0 to ${formatFixed(upper, digits)}` : `shipped ${formatFixed(shippedThreshold, digits)}`}
      </span>
    </div>
  );
}
