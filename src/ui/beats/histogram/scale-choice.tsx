import { useId } from "react";
import type { CountScale } from "./histogram-paths.ts";
import styles from "./scale-choice.module.css";

interface ScaleChoiceProps {
  readonly scale: CountScale;
  readonly onScale: (scale: CountScale) => void;
}

const SCALES: readonly (readonly [CountScale, string])[] = [["square-root", "square root"], ["count", "count"]];

/** What the height of a bar stands for. */
export function ScaleChoice({ scale, onScale }: ScaleChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.scale}>
      <legend>Bar height</legend>
      {SCALES.map(([choice, words]) => (
        <label key={choice}>
          <input type="radio" name={name} checked={scale === choice} onChange={() => onScale(choice)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
