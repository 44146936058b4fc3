import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { formatDateTime } from "../shared/format.ts";
import { shownDetails } from "./filter-entries.ts";
import styles from "./log-table.module.css";

/** The cells of one entry. */
export function LogRow({ entry: { sequence, at, who, action, what, details, hash } }: { readonly entry: LogEntry }) {
  return (
    <>
      <span role="cell" className={styles.muted} title={`Hash ${hash}`}>{sequence}</span>
      <span role="cell"><time dateTime={at}>{formatDateTime(at)}</time></span>
      <span role="cell">{who}</span>
      <span role="cell">{action}</span>
      <span role="cell" className={styles.what}>{what}</span>
      <span role="cell" className={styles.muted}>{shownDetails(details)}</span>
    </>
  );
}
