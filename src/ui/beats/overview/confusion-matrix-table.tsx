import type { BeatClass } from "../../../ecg/beats/classes.ts";
import type { ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";
import { formatCount, formatPercent, NO_VALUE } from "../../shared/format.ts";
import { ConfusionCell } from "./confusion-cell.tsx";
import styles from "./confusion-matrix-table.module.css";

interface ConfusionMatrixTableProps {
  /** rows by true class, columns by predicted class */
  readonly counts: ConfusionMatrix;
  readonly fileClasses: readonly BeatClass[];
  readonly modelClasses: readonly BeatClass[];
  /** whether a beat of this true class is rightly predicted as this one */
  readonly isRight: (truth: number, predicted: number) => boolean;
  /** what rows and columns are, where they are not the file's and the model's classes */
  readonly words?: MatrixWords;
  /** opens the beats of a cell; absent on paper */
  readonly onPick?: ((truth: number, predicted: number) => void) | undefined;
}

interface MatrixWords {
  readonly rows: string;
  readonly columns: string;
  readonly caption: string;
}

const TRUE_AND_PREDICTED: MatrixWords = {
  rows: "true", columns: "predicted",
  caption: "Beats by true class (rows) and predicted class (columns), and their share of the true class; framed: right.",
};

/** Labelled beats by true and predicted class: how many, and what share of the true class. The right ones are framed. */
export function ConfusionMatrixTable({ counts, fileClasses, modelClasses, isRight, words = TRUE_AND_PREDICTED, onPick }: ConfusionMatrixTableProps) {
  return (
    <table className={styles.table}>
      <caption>
        {words.caption}
        {onPick !== undefined && <span className={styles.screen}> Pick a cell to see its beats.</span>}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={modelClasses.length} className={styles.axis}>{words.columns}</th>
          <td />
        </tr>
        <tr>
          <th scope="col" className={styles.axis}>{words.rows}</th>
          {modelClasses.map(({ code, name }) => <th key={code} scope="col" title={name}>{modelClasses.length > 2 ? code : name}</th>)}
          <th scope="col" className={styles.axis}>beats</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((row, truth) => {
          const { code, name } = fileClasses[truth];
          const beats = row.reduce((sum, count) => sum + count, 0);
          return (
            <tr key={code}>
              <th scope="row" title={name}>{code}</th>
              {row.map((count, predicted) => (
                <ConfusionCell
                  key={modelClasses[predicted].code} count={count} share={beats === 0 ? null : count / beats} isRight={isRight(truth, predicted)}
                  words={`${words.rows} ${code}, ${words.columns} ${modelClasses[predicted].code}: ${formatCount(count)} (${beats === 0 ? NO_VALUE : formatPercent(count / beats)})`}
                  onPick={onPick && (() => onPick(truth, predicted))}
                />
              ))}
              <td className={styles.sum}>{formatCount(beats)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
