import { useLiveQuery } from "dexie-react-hooks";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import { useServices } from "../shared/services.ts";

const NONE: ReadonlyMap<string, Suspension> = new Map();

/** The models whose version in use is suspended, by id: they refuse to run. */
export function useSuspended(): ReadonlyMap<string, Suspension> {
  const { repository: { registry } } = useServices();
  const suspended = useLiveQuery(async () => {
    try {
      const suspensions = await registry.suspensions();
      const inUse = await Promise.all(suspensions.map(async (suspension) => (await registry.aliases(suspension.modelId)).champion === suspension.version));
      return new Map(suspensions.filter((_, i) => inUse[i]).map((suspension) => [suspension.modelId, suspension]));
    } catch {
      return NONE; // Running the model says why the store cannot be read.
    }
  }, [registry]);
  return suspended ?? NONE;
}
