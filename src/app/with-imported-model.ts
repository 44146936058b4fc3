import type { Repository } from "../db/repository.ts";
import { ProblemError, toProblem } from "../ecg/problem.ts";
import type { AnalysisService } from "../worker/protocol.ts";

/** The analysis, which asks the user's model in place of the shipped twelve-lead one while one is kept here and in use. */
export function withImportedModel<Analysis extends AnalysisService>(analysis: Analysis, { importedModel }: Pick<Repository, "importedModel">): Analysis {
  return {
    ...analysis,
    async diagnose(request, onProgress, signal) {
      try {
        const model = await importedModel("twelve-lead");
        return await analysis.diagnose(model?.isInUse ? { ...request, network: model.network } : request, onProgress, signal);
      } catch (cause) {
        // Where there is no storage nothing was ever imported.
        if (cause instanceof ProblemError && cause.code === "store-missing") return analysis.diagnose(request, onProgress, signal);
        return { kind: "failed", problem: toProblem(cause) };
      }
    },
  };
}
