import { useLiveQuery } from "dexie-react-hooks";
import { SHIPPED_VERSION } from "../../lifecycle/registry/model-version.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { useServices } from "../shared/services.ts";

export interface Champion {
  readonly version: number;
  /** answers no check */
  readonly isSuspended: boolean;
}

/** By the model's id. */
export type Champions = Readonly<Record<string, Champion>>;

/** The version of each model that answers checks: live; null while they are read, and where there is no storage. */
export function useChampions(models: readonly Pick<ModelMeta, "id">[]): Champions | null {
  const { repository: { registry } } = useServices();
  const champions = useLiveQuery(async (): Promise<Champions | null> => {
    try {
      const suspensions = await registry.suspensions();
      const entries = await Promise.all(
        models.map(async ({ id }) => {
          const version = (await registry.aliases(id)).champion ?? SHIPPED_VERSION;
          return [id, { version, isSuspended: suspensions.some((each) => each.modelId === id && each.version === version) }] as const;
        }),
      );
      return Object.fromEntries(entries);
    } catch {
      // The list is of what ships; without storage nothing else can answer. The model's own page says what is wrong.
      return null;
    }
  }, [registry, models]);
  return champions ?? null;
}
