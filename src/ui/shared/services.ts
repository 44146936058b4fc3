import { createContext, useContext } from "react";
import type { Repository } from "../../db/repository.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

/** What the app hands down to every screen; made once, in `app/main.tsx`. */
export interface Services {
  readonly analysis: AnalysisService;
  /** a worker of its own, so that checks need not wait for a training; started by the first one */
  readonly trainer: AnalysisService;
  readonly repository: Repository;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("useServices needs a ServicesContext above it.");
  return services;
}
