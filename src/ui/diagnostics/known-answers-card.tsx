import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import type { KnownAnswers } from "./known-answer-tests.ts";
import { differenceText, testText } from "./machine-facts.ts";
import styles from "./known-answers-card.module.css";

/** How each shipped model did on its stored input. */
export function KnownAnswersCard({ answers: { models, isRunning, rejected } }: { readonly answers: KnownAnswers }) {
  const { knownAnswers } = useServices();
  return (
    <Card heading="Known-answer test" note="each shipped model on a stored input, against what the CPU gave for it">
      {rejected.length > 0 && <ProblemAlert problem={{ sentence: rejected.join(" ") }} />}
      <div className={styles.scroll} role="region" aria-label="Known-answer test, by model" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Answer</th>
              <th scope="col">Backend</th>
              <th scope="col" className={styles.number}>Largest difference</th>
              <th scope="col" className={styles.number}>Allowed</th>
              <th scope="col" className={styles.number}>Numbers</th>
              <th scope="col" className={styles.number}>ms</th>
            </tr>
          </thead>
          <tbody>
            {models.map(({ id, name, takes, state }) => {
              const test = state.kind === "tested" ? state.test : null;
              return (
                <tr key={id}>
                  <th scope="row" className={styles.name}>{name}<span>{takes}</span></th>
                  <td className={test?.isRight === false || state.kind === "failed" ? styles.wrong : undefined}>{test !== null && <span aria-hidden="true">{test.isRight ? "✓ " : "✗ "}</span>}{testText(state)}</td>
                  <td>{test?.backend}</td>
                  <td className={styles.number}>{test !== null && differenceText(test.largestDifference)}</td>
                  <td className={styles.number}>{test !== null && differenceText(test.tolerance)}</td>
                  <td className={styles.number}>{test?.outputs}</td>
                  <td className={styles.number}>{test !== null && Math.round(test.durationMs)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        <Button onClick={() => void knownAnswers.run()} disabled={isRunning}>{isRunning ? "Testing…" : "Test again"}</Button>
        <span>Differences are shares of the model’s largest output. A backend that is wrong is not used any more.</span>
      </div>
    </Card>
  );
}
