import type { Repository } from "../../db/repository.ts";
import { toProblem } from "../../ecg/problem.ts";
import type { ModelId } from "../../models/model-id.ts";
import type { AnalysisService, Cancelled, Failed } from "../../worker/protocol.ts";
import type { BroughtFiles } from "./import-runs.ts";

export interface RegisterServices {
  readonly analysis: Pick<AnalysisService, "importVersion">;
  readonly repository: Pick<Repository, "registry" | "runs">;
}

export type RegisterOutcome = { readonly kind: "registered"; readonly version: number } | Cancelled | Failed;

/** Has the worker check and try what a run brought, and registers it as the version that the run gave. */
export async function registerFiles({ analysis, repository: { registry, runs } }: RegisterServices, { run, files }: BroughtFiles, signal: AbortSignal): Promise<RegisterOutcome> {
  try {
    const named = await Promise.all(files.map(async ({ path, read }) => new File([await read()], path.slice(path.lastIndexOf("/") + 1))));
    const outcome = await analysis.importVersion(run.modelId as ModelId, named, signal);
    if (outcome.kind !== "imported") return outcome;
    const { files: checked, sha256 } = outcome.version;
    const { version, bytes } = await registry.register({ modelId: run.modelId, origin: { kind: "trained", runId: run.id }, sha256, files: checked }, { asChallenger: false });
    await runs.change(run.id, { artifact: { version, sha256, bytes } });
    return { kind: "registered", version };
  } catch (cause) {
    return { kind: "failed", problem: toProblem(cause) };
  }
}
