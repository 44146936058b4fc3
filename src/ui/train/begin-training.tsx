import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import type { TrainingOrder } from "./trainings.ts";
import { useTrainingState } from "./use-trainings.ts";
import styles from "./train-form.module.css";

/** The button that starts; `order` is null while something is missing. */
export function BeginTraining({ order }: { readonly order: (() => Promise<TrainingOrder>) | null }) {
  const { trainings } = useServices();
  const isTraining = useTrainingState().kind === "training";
  const [problem, setProblem] = useState<Problem | null>(null);
  function begin(): void {
    setProblem(null);
    order?.().then(trainings.start, (cause: unknown) => setProblem(toProblem(cause)));
  }
  return (
    <>
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className={styles.begin}>
        <Button variant="primary" onClick={begin} disabled={order === null || isTraining}>Start training</Button>
        {isTraining && <span>One training at a time: this one can start when the other has ended.</span>}
      </div>
    </>
  );
}
