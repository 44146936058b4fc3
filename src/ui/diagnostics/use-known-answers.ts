import { useSyncExternalStore } from "react";
import { useServices } from "../shared/services.ts";
import type { KnownAnswers } from "./known-answer-tests.ts";

/** How the models did, as it changes. */
export function useKnownAnswers(): KnownAnswers {
  const { knownAnswers } = useServices();
  return useSyncExternalStore(knownAnswers.subscribe, knownAnswers.current);
}
