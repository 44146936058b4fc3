import type { Repository } from "../../db/repository.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { SHIPPED_VERSION } from "../../lifecycle/registry/model-version.ts";
import type { VersionChoice } from "../../worker/protocol.ts";
import type { ModelMeta } from "./model-kinds.ts";

export interface ChosenVersion extends VersionChoice {
  /** of the registry */
  readonly modelVersion: number;
}

/**
 * The version of a model that answers checks now: the registry's champion; the shipped one where there is no storage, so that
 * nothing was ever registered. Throws the ProblemError "model-suspended" where a rule took it out of use.
 */
export async function chooseVersion({ registry, settings }: Pick<Repository, "registry" | "settings">, { id, name }: Pick<ModelMeta, "id" | "name">): Promise<ChosenVersion> {
  try {
    const [{ version, files, suspension }, { abstainBelow }] = await Promise.all([registry.inUse(id), settings.all()]);
    if (suspension !== null) {
      throw new ProblemError("model-suspended", `${name} version ${version} is suspended${suspension.at === "" ? "" : ` since ${suspension.at.slice(0, 10)}`}: ${suspension.why}`, "Lift the suspension or promote another version under Models");
    }
    return { modelVersion: version, files, abstainBelow: Object.hasOwn(abstainBelow, id) ? abstainBelow[id] : null };
  } catch (cause) {
    if (cause instanceof ProblemError && cause.code === "store-missing") return { modelVersion: SHIPPED_VERSION, files: null, abstainBelow: null };
    throw cause;
  }
}
