import { useId, useState } from "react";
import type { DetectorMeta } from "../../../models/detector.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatFixed } from "../../shared/format.ts";
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

  function type(text: string): void {
    setTyped(text);
    const value = Number(text);
    if (text.trim() !== "" && value >= min && value <= max) onChange(value);
  }

  return (
    <Card heading="Threshold" note={score.label}>
      <div className={styles.row}>
        <label className={styles.slider} htmlFor={sliderId}>
          Predict from a score of
        </label>
        <input
          type="number"
          className={styles.number}
          aria-label="Threshold as a number"
          aria-describedby={hintId}
          min={min}
          max={max}
          step="any"
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
        <span id={hintId}>{formatCount(predicted)} predicted · shipped {formatFixed(shippedThreshold, score.digits)}</span>
        <Button variant="link" disabled={threshold === shippedThreshold} onClick={() => onChange(shippedThreshold)}>Reset</Button>
      </div>
    </Card>
  );
}
