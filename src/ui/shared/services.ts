import { createContext, useContext } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import type { Repository } from "../../db/repository.ts";
import type { Session } from "../../lifecycle/accounts/account.ts";
import type { KnownAnswerTests } from "../diagnostics/known-answer-tests.ts";
import type { Trainings } from "../train/trainings.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

/** Why the app was locked: by hand, since nobody used it, in another tab, or since an administrator changed the account. */
export type LockReason = "asked" | "idle" | "elsewhere" | "changed";

/** What the app hands down to every screen; made when a store is opened, gone when it is locked (`app/open-app.ts`). */
export interface Services {
  /** who works here now */
  readonly session: Session;
  /** null in the demo */
  readonly administration: AccountAdministration | null;
  /** Forgets everything of this session and shows the way in; the same for everybody who asks. */
  readonly lock: (why: LockReason) => void;
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
