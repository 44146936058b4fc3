import { formatCount, formatPercent } from "../../shared/format.ts";
import { ClassMark } from "../gallery/class-mark.tsx";
import type { ClassSummary } from "./class-summaries.ts";
import styles from "./class-counts.module.css";

interface ClassCountsProps {
  readonly summaries: readonly ClassSummary[];
  /** of the file */
  readonly beats: number;
}

const SIDES = [{ kind: "true", side: "truth" }, { kind: "predicted", side: "predicted" }] as const;

/** How many beats are truly of each class, and how many are predicted so. The bars follow the square root, so that rare classes stay in sight. */
export function ClassCounts({ summaries, beats }: ClassCountsProps) {
  const shown = (count: number) => `${(100 * Math.sqrt(count / Math.max(beats, 1))).toFixed(1)}%`;
  return (
    <ul className={styles.classes}>
      {summaries.map((summary) => (
        <li key={summary.beatClass.code} className={styles.class}>
          <span className={styles.heading}><b>{summary.beatClass.code}</b> {summary.beatClass.name}</span>
          {SIDES.map(({ kind, side }) => {
            const own = summary[side];
            return own === null ? null : (
              <span key={kind} className={styles.side} data-kind={kind} data-anomalous={summary.isAnomalous || undefined}>
                <ClassMark kind={kind} code={kind} isAnomalous={summary.isAnomalous} />
                <span className={styles.bar} aria-hidden><span style={{ width: shown(own.count) }} /></span>
                <span className={styles.count}>{formatCount(own.count)}</span>
                <span className={styles.share}>{formatPercent(own.count / Math.max(beats, 1))}</span>
              </span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
