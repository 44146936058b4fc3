import { formatCounted } from "../shared/format.ts";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { requestRows } from "./request-rows.ts";
import type { WatchedRequests } from "./request-watch.ts";
import styles from "./privacy.module.css";

interface RequestsCardProps {
  readonly watched: WatchedRequests;
  /** of these, the self-test's own */
  readonly ownViolations: number;
}

/** What was asked for since the page was opened, and of whom. */
export function RequestsCard({ watched, ownViolations }: RequestsCardProps) {
  const rows = requestRows(watched, window.location.origin);
  const foreign = rows.filter(({ isOwn }) => !isOwn);
  const others = watched.violations.length - ownViolations;
  return (
    <Card heading="Requests since this page was opened" note="all of them for the app’s own files">
      {foreign.length > 0 && <ProblemAlert problem={{ sentence: `Requests went to ${foreign.map(({ origin }) => origin).join(", ")}. Isoline makes none: look for a browser extension, and tell whoever runs this server.` }} />}
      <div className={styles.scroll} role="region" aria-label="Requests, by origin" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Made by</th>
              <th scope="col">To</th>
              <th scope="col" className={styles.number}>Requests</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, origin, count, isOwn }) => (
              <tr key={`${from} ${origin}`}>
                <th scope="row">{from}</th>
                <td className={isOwn ? undefined : styles.bad}>{origin}{isOwn ? " (this site)" : " (foreign)"}</td>
                <td className={styles.number}>{count.toLocaleString("en-US")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        Beyond these: {formatCounted(others, "attempt")} stopped by the policy{ownViolations > 0 && `, and ${ownViolations} of the self-test`}. Workers tell how often they asked, of all tabs of Isoline. The service worker, which
        browsers do not count, keeps the app’s own files for use without a network; the policy holds for it too.
      </p>
    </Card>
  );
}
