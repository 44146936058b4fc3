import { useState } from "react";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatDateTime } from "../shared/format.ts";
import styles from "./model-history.module.css";

const SHOWN_AT_FIRST = 10;

/** What was done to a model's versions, by whom, when and why, newest first; nothing of it can be changed. */
export function ModelHistory({ entries }: { readonly entries: readonly LogEntry[] }) {
  const [showsAll, setShowsAll] = useState(false);
  return (
    <Card heading="History of versions" note="can only be added to">
      {entries.length === 0 ? (
        <p>Nothing has been registered, promoted or changed yet.</p>
      ) : (
        <ol className={styles.entries}>
          {entries.slice(0, showsAll ? entries.length : SHOWN_AT_FIRST).map(({ sequence, at, who, what, details }) => (
            <li key={sequence}>
              <span className={styles.when}><time dateTime={at}>{formatDateTime(at)}</time>, {who}</span>
              <span>{what}</span>
              {"reason" in details && <span>Reason: {details["reason"]}</span>}
              {"overridden" in details && <span className={styles.overridden}>The gate said: {details["overridden"]}</span>}
            </li>
          ))}
        </ol>
      )}
      {!showsAll && entries.length > SHOWN_AT_FIRST && <Button variant="link" onClick={() => setShowsAll(true)}>Show all {entries.length}</Button>}
    </Card>
  );
}
