import { useSyncExternalStore } from "react";
import { useServices } from "../shared/services.ts";
import type { TrainingState } from "./trainings.ts";

/** What is being trained now, followed as it changes. */
export function useTrainingState(): TrainingState {
  const { trainings } = useServices();
  return useSyncExternalStore(trainings.subscribe, trainings.state);
}
