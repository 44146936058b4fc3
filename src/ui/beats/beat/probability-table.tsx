import { formatShare } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import styles from "./probability-table.module.css";

interface ProbabilityTableProps {
  /** of a classifier */
  readonly view: BeatView;
  readonly beat: number;
}

/** How probable the model holds each class. */
export function ProbabilityTable({ view, beat }: ProbabilityTableProps) {
  const { modelClasses, predicted, check: { outputs } } = view;
  return (
    <table className={styles.table}>
      <caption>Probability of each class</caption>
      <tbody>
        {modelClasses.map(({ code, name }, index) => {
          const probability = outputs[beat * modelClasses.length + index];
          return (
            <tr key={code} className={index === predicted[beat] ? styles.predicted : undefined}>
              <th scope="row" title={name}>{code}</th>
              <td className={styles.track}><span className={styles.bar} style={{ width: `${(probability * 100).toFixed(1)}%` }} /></td>
              <td className={styles.number}>{formatShare(probability)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
