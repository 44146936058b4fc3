import type { OpenedStore } from "../db/accounts/accounts.ts";
import { createAnalysisClient } from "../worker/client.ts";
import { createKnownAnswerTests } from "../ui/diagnostics/known-answer-tests.ts";
import { whenIdle } from "../ui/diagnostics/when-idle.ts";
import type { Services } from "../ui/shared/services.ts";
import { createTrainings } from "../ui/train/trainings.ts";

export interface OpenServices {
  readonly services: Services;
  /** Ends the workers and closes the store. What was running in the store's eyes goes on when it is opened again. */
  readonly dispose: () => void;
}

/** Everything a session works with, made as the store is opened: two workers (started by their first job), and what lives on them. */
export function openServices({ session, administration, repository }: OpenedStore, appVersion: string, lock: Services["lock"]): OpenServices {
  const spawn = () => new Worker(new URL("../worker/analysis.worker.ts", import.meta.url), { type: "module" });
  const trainer = createAnalysisClient(spawn);
  const analysis = createAnalysisClient(spawn);
  const trainings = createTrainings({ trainer, repository, appVersion });
  const knownAnswers = createKnownAnswerTests(analysis);
  const callOffTests = whenIdle(() => void knownAnswers.run());
  return {
    services: { session, administration, lock, analysis, repository, trainings, knownAnswers },
    dispose() {
      callOffTests();
      // Before the workers: a training that ends with its worker must not be stored as paused.
      repository.close();
      trainer.dispose();
      analysis.dispose();
    },
  };
}
