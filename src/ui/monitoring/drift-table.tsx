import type { DriftReport } from "../../ecg/drift/drift-report.ts";
import { formatCount, formatFixed } from "../shared/format.ts";
import { featureWords, testWords } from "./drift-words.ts";
import styles from "./drift-table.module.css";

/** Each feature's distances from the training data, with the limits that were calibrated on it. */
export function DriftTable({ drift }: { readonly drift: DriftReport }) {
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Distances from the training data">
        <table>
          <thead>
            <tr>
              <th scope="col">Feature</th>
              <th scope="col" className={styles.number}>Rows</th>
              <th scope="col" className={styles.number}>PSI</th>
              <th scope="col" className={styles.number}>limit (by chance)</th>
              <th scope="col" className={styles.number}>Effect, SD</th>
              <th scope="col" className={styles.number}>limit ±</th>
              <th scope="col" className={styles.number}>Distribution</th>
              <th scope="col">In words</th>
            </tr>
          </thead>
          <tbody>
            {drift.features.map((feature) => (
              <tr key={feature.name}>
                <th scope="row">{feature.name}</th>
                <td data-label="Rows" className={styles.number}>{formatCount(feature.n)}</td>
                <td data-label="PSI" className={styles.number}>{formatFixed(feature.psi, 3)}</td>
                <td data-label="PSI limit (by chance)" className={styles.number}>{formatFixed(feature.psiLimit, 3)} ({formatFixed(feature.psiExpected, 3)})</td>
                <td data-label="Effect, SD" className={styles.number}>{formatFixed(feature.effectSize, 2)}</td>
                <td data-label="Effect limit ±" className={styles.number}>{formatFixed(feature.effectLimit, 2)}</td>
                <td data-label="Distribution" className={styles.number}>{testWords(feature)}</td>
                <td data-label="In words">{featureWords(feature)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        Compared with {formatCount(drift.referenceRows)} rows of training data. PSI: population stability index over the training data’s deciles; effect: difference of the medians in robust
        standard deviations. The limits are what training patients differ among themselves, or random draws of training beats do. The p-value of Kolmogorov–Smirnov takes rows for
        independent, which beats of one patient are not: the verdict does not rest on it.
      </p>
    </>
  );
}
