import { Button } from "../shared/button.tsx";
import { formatCount, formatCounted } from "../shared/format.ts";
import { formatMoment, formatSpan, type TimeScale } from "../result/plot/time-axis.ts";
import type { Difference } from "./differences.ts";
import styles from "./compare.module.css";

interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  /** one a check */
  readonly titles: readonly string[];
  readonly scale: TimeScale;
  readonly labelled: boolean;
  readonly selected: Difference | null;
  readonly onSelect: (difference: Difference) => void;
}

const MOST_LISTED = 200;

/** The stretches on which the checks differ, and which of them predicts each. */
export function DifferenceTable({ differences, titles, scale, labelled, selected, onSelect }: DifferenceTableProps) {
  if (differences.length === 0) return <p>The checks predict the same rows of this patient.</p>;
  return (
    <>
      <div className={styles.list} tabIndex={0} role="region" aria-label="Rows on which the checks differ">
        <table>
          <thead>
            <tr>
              <th scope="col">Start</th>
              <th scope="col">Duration</th>
              <th scope="col">Rows</th>
              {titles.map((title, i) => <th key={i} scope="col">{title}</th>)}
              {labelled && <th scope="col">Labelled anomalous</th>}
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, MOST_LISTED).map((difference) => {
              const { startRow, endRow, startS, durationS, predictedBy, trueRows } = difference;
              return (
                <tr key={startRow} className={difference === selected ? styles.picked : undefined}>
                  <th scope="row">
                    <Button variant="link" aria-pressed={difference === selected} onClick={() => onSelect(difference)}>{formatMoment(startS, scale)}</Button>
                  </th>
                  <td>{formatSpan(durationS, scale)}</td>
                  <td>{formatCount(endRow - startRow + 1)}</td>
                  {predictedBy.map((predicts, i) => <td key={i}>{predicts ? "● predicted" : "not predicted"}</td>)}
                  {labelled && <td>{trueRows === 0 ? "none" : `× ${formatCount(trueRows)}`}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {differences.length > MOST_LISTED && (
        <p className={styles.note}>The first {formatCount(MOST_LISTED)} of {formatCounted(differences.length, "stretch", "stretches")}. All are marked in the plots.</p>
      )}
    </>
  );
}
