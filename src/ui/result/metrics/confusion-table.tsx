import type { Confusion } from "../../../ecg/metrics/confusion.ts";
import { formatCount } from "../../shared/format.ts";
import styles from "./confusion-table.module.css";

/** Labelled rows by what they are and what was predicted, in plain words. */
export function ConfusionTable({ confusion }: { readonly confusion: Confusion }) {
  const { truePositive, falsePositive, falseNegative, trueNegative } = confusion;
  return (
    <table className={styles.table}>
      <caption>Labelled rows</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Predicted anomalous</th>
          <th scope="col">Predicted normal</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Truly anomalous</th>
          <td className={styles.right}><b>{formatCount(truePositive)}</b> found</td>
          <td className={styles.wrong}><b>{formatCount(falseNegative)}</b> missed</td>
        </tr>
        <tr>
          <th scope="row">Truly normal</th>
          <td className={styles.wrong}><b>{formatCount(falsePositive)}</b> false alarms</td>
          <td className={styles.right}><b>{formatCount(trueNegative)}</b> rightly left</td>
        </tr>
      </tbody>
    </table>
  );
}
