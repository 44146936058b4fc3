import type { Finding } from "../../ecg/table.ts";
import { formatCount } from "../shared/format.ts";
import styles from "./findings-list.module.css";

/** What was noticed while reading: nothing was dropped in silence. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={styles.list}>
      {findings.map(({ code, count, sentence, examples }) => (
        <li key={code + sentence} className={styles.finding}>
          {sentence}
          {examples.length > 0 && (
            <details>
              <summary>Where</summary>
              <ul>
                {examples.map(({ file, line }) => <li key={`${file}:${line}`}>{file}, line {formatCount(line)}</li>)}
                {count > examples.length && <li>and {formatCount(count - examples.length)} more</li>}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
