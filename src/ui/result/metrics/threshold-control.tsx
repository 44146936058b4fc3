import { useId, useState } from "react";
import type { DetectorMeta } from "../../../models/detector.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatFixed } from "../../shared/format.ts";
import { typedNumber } from "../../shared/typed-number.ts";
import styles from "./threshold-control.module.css";

interface ThresholdControlProps {
  readonly score: DetectorMeta["score"];
  readonly threshold: number;
  readonly shippedThreshold: number;
  /** rows predicted at the threshold, over all patients */
  readonly predicted: number;
  readonly onChange: (threshold: number) => void;
}

/** The score from which a row is predicted: slider and number field. */
export function ThresholdControl({ score, threshold, shippedThreshold, predicted, onChange }: ThresholdControlProps) {
  const sliderId = useId();
  const hintId = useId();
  // What is being typed, until it is a number in range; null shows the threshold itself.
  const [typed, setTyped] = useState<string | null>(null);
  // A detector may have chosen its threshold beyond the usual range: it must stay reachable.
  const min = Math.min(score.min, shippedThreshold);
  const max = Math.max(score.max, shippedThreshold);

  const fits = (text: string) => typedNumber(text) >= min && typedNumber(text) <= max;
  const isUnfit = typed !== null && !fits(typed);

  function type(text: string): void {
    setTyped(text);
    if (fits(text)) onChange(typedNumber(text));
  }

  return (
    <Card heading="Threshold" note={score.label}>
      <div className={styles.row}>
        <label className={styles.slider} htmlFor={sliderId}>
          Predict from a score of
        </label>
        <input
          inputMode="decimal"
          autoComplete="off"
          className={styles.number}
          aria-label="Threshold as a number"
          aria-describedby={hintId}
          aria-invalid={isUnfit}
          value={typed ?? formatFixed(threshold, score.digits)}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
        />
      </div>
      <input
        id={sliderId}
        type="range"
        className={styles.range}
        min={min}
        max={max}
        step={score.step}
        value={threshold}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <div className={styles.foot}>
        <span id={hintId}>
          {isUnfit
            ? <span className={styles.unfit}>Type a score from {formatFixed(min, score.digits)} to {formatFixed(max, score.digits)}</span>
            : `${formatCount(predicted)} predicted · shipped ${formatFixed(shippedThreshold, score.digits)}`}
        </span>
        <Button variant="link" disabled={threshold === shippedThreshold} onClick={() => onChange(shippedThreshold)}>Reset</Button>
      </div>
    </Card>
  );
}
