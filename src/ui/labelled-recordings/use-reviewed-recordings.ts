import { useLiveQuery } from "dexie-react-hooks";
import { unlessDamaged } from "../../db/readable.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { useServices } from "../shared/services.ts";
import type { ReviewedRecording } from "./recording-source.ts";

export type ReviewedRecordings =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly reviewed: readonly ReviewedRecording[]; /** checks whose recording cannot be read */ readonly damaged: number }
  | { readonly kind: "failed"; readonly problem: Problem };

/** All checks of recordings, newest first, with the classes that clinicians gave beats, without samples: live. */
export function useReviewedRecordings(): ReviewedRecordings {
  const { repository } = useServices();
  const read = useLiveQuery(async (): Promise<ReviewedRecordings> => {
    try {
      const checks = (await repository.listChecks()).filter(({ kind }) => kind === "recording");
      const reviewed = await Promise.all(checks.map(async ({ id }) => ({ marked: await unlessDamaged(repository.markedRecording(id)), relabels: await repository.relabelsOf(id) })));
      return { kind: "read", reviewed: reviewed.flatMap(({ marked, relabels }) => (marked == null ? [] : [{ marked, relabels }])), damaged: reviewed.filter(({ marked }) => marked === null).length };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    }
  }, [repository]);
  return read ?? { kind: "reading" };
}
