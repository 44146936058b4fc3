import { useLiveQuery } from "dexie-react-hooks";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { SHIPPED_VERSION, type ModelVersion, type Suspension } from "../../lifecycle/registry/model-version.ts";
import { useServices } from "../shared/services.ts";

export interface ModelRegistry {
  /** newest first */
  readonly versions: readonly ModelVersion[];
  readonly champion: number;
  readonly challenger: number | null;
  /** the champion before, to go back to; null where there was none */
  readonly formerChampion: number | null;
  readonly suspensions: readonly Suspension[];
  /** what was done to the versions, newest first */
  readonly history: readonly LogEntry[];
}

export type RegistryReading =
  | { readonly kind: "loading" }
  | { readonly kind: "read"; readonly registry: ModelRegistry }
  | { readonly kind: "failed"; readonly problem: Problem };

/** The versions of a model and what became of them: live. */
export function useRegistry(modelId: string): RegistryReading {
  const { repository } = useServices();
  const reading = useLiveQuery(async (): Promise<RegistryReading> => {
    const { registry, log } = repository;
    try {
      const [versions, aliases, formerChampion, suspensions, history] = await Promise.all([
        registry.versions(modelId), registry.aliases(modelId), registry.formerChampion(modelId), registry.suspensions(), log.entriesOf(modelId),
      ]);
      return {
        kind: "read",
        registry: {
          versions,
          champion: aliases.champion ?? SHIPPED_VERSION,
          challenger: aliases.challenger ?? null,
          formerChampion,
          suspensions: suspensions.filter((suspension) => suspension.modelId === modelId),
          history,
        },
      };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    }
  }, [repository, modelId]);
  return reading ?? { kind: "loading" };
}
