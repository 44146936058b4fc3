import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import type { AttemptResult } from "./self-test.ts";
import type { SelfTest } from "./use-self-test.ts";
import styles from "./privacy.module.css";

interface SelfTestCardProps {
  readonly test: SelfTest;
  readonly onRun: () => void;
}

/** Really tries to reach a foreign address, in every way a page has, and shows what the policy made of it. */
export function SelfTestCard({ test, onRun }: SelfTestCardProps) {
  const attempts = "attempts" in test ? test.attempts : [];
  const missed = attempts.filter(({ result }) => result.kind === "not-stopped");
  const stopped = attempts.filter(({ result }) => result.kind === "stopped").length;
  return (
    <Card heading="Self-test" note="tries to reach a foreign address, which must fail">
      <div className={styles.actions}>
        <Button variant="primary" keys="r" onClick={onRun} disabled={test.kind === "running"}>{test.kind === "running" ? "Trying…" : "Try to send something away"}</Button>
        <span role="status">{test.kind === "done" && missed.length === 0 && `The policy stopped ${stopped} of ${stopped} attempts.`}</span>
      </div>
      {test.kind === "failed" && <ProblemAlert problem={test.problem} />}
      {missed.length > 0 && (
        <ProblemAlert
          problem={{
            sentence: `The policy did not stop: ${missed.map(({ what }) => what).join(", ")}. Isoline makes no such request, but the server that this page comes from does not forbid it. Serve it with the headers in the project’s folder deploy/, then load this page again.`,
          }}
        />
      )}
      {attempts.length > 0 && (
        <div className={styles.scroll} role="region" aria-label="Attempts of the self-test" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Way</th>
                <th scope="col">Result</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ what, result }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td className={result.kind === "not-stopped" ? styles.bad : undefined}><span aria-hidden="true">{MARKS[result.kind]} </span>{resultText(result)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={styles.note}>The address ends in “.invalid”, which no server can have. A request counts as stopped only if the browser reports that the policy stopped it; one that merely failed does not. No browser lets a policy stop a page from opening another site or a call between browsers (WebRTC); Isoline does neither.</p>
    </Card>
  );
}

const MARKS = { stopped: "✓", "not-stopped": "✗", unavailable: "–" } as const;

function resultText(result: AttemptResult): string {
  switch (result.kind) {
    case "stopped":
      return `Stopped by the policy (${result.directive})`;
    case "not-stopped":
      return "Not stopped by the policy";
    case "unavailable":
      return "This browser has no such thing";
  }
}
