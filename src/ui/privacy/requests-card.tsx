import { formatCounted } from "../shared/format.ts";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { requestRows } from "./request-rows.ts";
import type { WatchedRequests } from "./request-watch.ts";
import { isOfSelfTest } from "./self-test.ts";
import styles from "./privacy.module.css";

/** What was asked for since the page was opened, and of whom. */
export function RequestsCard({ watched }: { readonly watched: WatchedRequests }) {
  const rows = requestRows(watched, window.location.origin);
  const foreign = rows.filter(({ isOwn }) => !isOwn);
  const ofTest = watched.stopped.filter(isOfSelfTest).length;
  return (
    <Card heading="Requests since this page was opened" note={foreign.length === 0 ? "all of them for the app’s own files" : undefined}>
      {foreign.length > 0 && <ProblemAlert problem={{ sentence: `Requests were made to ${foreign.map(({ origin }) => origin).join(", ")}. Isoline makes none: look for a browser extension, and tell whoever runs this server.` }} />}
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
        Stopped by the policy: {formatCounted(watched.stopped.length - ofTest, "attempt")}{ofTest > 0 && `, and ${ofTest} of the self-test`}. Workers tell how often they asked, of all tabs of Isoline. The service worker, which
        browsers do not count, keeps the app’s own files for use without a network; the policy holds for it too.
      </p>
    </Card>
  );
}
