import { createContext, useContext } from "react";
import type { Repository } from "../../db/repository.ts";
import type { KnownAnswerTests } from "../diagnostics/known-answer-tests.ts";
import type { Trainings } from "../train/trainings.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

/** What the app hands down to every screen; made once, in `app/main.tsx`. */
export interface Services {
  readonly analysis: AnalysisService;
  readonly repository: Repository;
  /** in a worker of their own, so that checks need not wait for them */
  readonly trainings: Trainings;
  /** whether the models compute rightly here */
  readonly knownAnswers: KnownAnswerTests;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("useServices needs a ServicesContext above it.");
  return services;
}
