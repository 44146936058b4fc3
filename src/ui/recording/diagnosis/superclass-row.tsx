import { useState } from "react";
import { formatShare } from "../../shared/format.ts";
import { typedNumber } from "../../shared/typed-number.ts";
import { againstFile } from "./against-file.ts";
import { AgainstFileMark } from "./against-file-mark.tsx";
import styles from "./superclass-table.module.css";

interface SuperclassRowProps {
  readonly code: string;
  readonly name: string;
  readonly probability: number;
  readonly threshold: number;
  /** whether the file states the class; null where it does not say */
  readonly isStated: boolean | null;
  readonly onThreshold: (threshold: number) => void;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** One superclass: its probability as a bar with the threshold as a line across, and the threshold to type. */
export function SuperclassRow({ code, name, probability, threshold, isStated, onThreshold }: SuperclassRowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed === null ? threshold : typedNumber(typed);
  const isUnfit = !(value >= 0 && value <= 1);
  const isReported = probability >= threshold;

  function commit(): void {
    if (typed !== null && !isUnfit && value !== threshold) onThreshold(value);
    setTyped(null);
  }

  return (
    <tr className={isReported ? styles.reported : undefined}>
      <th scope="row" className={styles.class}><b>{code}</b> <span>{name}</span></th>
      <td className={styles.track}>
        <div>
          <span className={styles.bar} style={{ width: percent(probability) }} />
          <span className={styles.threshold} style={{ left: percent(threshold) }} />
        </div>
      </td>
      <td className={styles.number}>{formatShare(probability)}</td>
      <td className={styles.verdict}>{isReported ? "✓ reported" : "below"}</td>
      {isStated !== null && <td className={styles.against}><AgainstFileMark {...againstFile(isReported, isStated)} /></td>}
      <td className={styles.setting} data-label="Threshold">
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-label={`Threshold of ${name}`}
          aria-invalid={isUnfit}
          title="A number from 0 to 1"
          value={typed ?? formatShare(threshold)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit();
            if (event.key === "Escape") setTyped(null);
          }}
        />
      </td>
    </tr>
  );
}
