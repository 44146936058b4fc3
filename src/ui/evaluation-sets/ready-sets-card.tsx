import { useEffect, useRef, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { READY_SETS, readReadySet, type ReadySet } from "./ready-sets.ts";
import styles from "./ready-sets-card.module.css";

/** The labelled samples of the app, frozen with one press. */
export function ReadySetsCard({ sets }: { readonly sets: readonly EvaluationSet[] }) {
  const { analysis, repository } = useServices();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function freeze(ready: ReadySet, signal: AbortSignal): Promise<void> {
    const read = await readReadySet(ready, analysis, signal);
    if (read !== null) await repository.evaluationSets.freeze(read.set, read.content);
  }
  const start = (ready: ReadySet) => {
    const controller = new AbortController();
    leaving.current = controller;
    setBusy(ready.name);
    setProblem(null);
    void freeze(ready, controller.signal).then(() => null, toProblem).then((failure) => {
      if (controller.signal.aborted) return;
      setBusy(null);
      setProblem(failure);
    });
  };
  return (
    <Card heading="Ready sets" note="come with the app">
      <ul className={styles.sets}>
        {READY_SETS.map((ready) => {
          const isFrozen = sets.some(({ name }) => name === ready.name);
          return (
            <li key={ready.name}>
              <span><b>{ready.name}</b>: {ready.from}</span>
              <Button aria-label={`Freeze ${ready.name}`} disabled={isFrozen || busy !== null} onClick={() => start(ready)}>{isFrozen ? "✓ Frozen" : "Freeze"}</Button>
            </li>
          );
        })}
      </ul>
      <span role="status">{busy === null ? "" : `Reading ${busy} …`}</span>
      {problem !== null && <ProblemAlert problem={problem} />}
    </Card>
  );
}
