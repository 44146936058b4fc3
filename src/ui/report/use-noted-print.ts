import { useEffect } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { toProblem } from "../../ecg/problem.ts";
import { noteExport } from "../log/note-export.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";

/** Writes into the activity log when a report is printed, however the browser was asked to. */
export function useNotedPrint(record: Pick<CheckRecord, "name" | "detectorId"> | null): void {
  const { repository } = useServices();
  const toast = useToast();
  const name = record?.name ?? null;
  const modelId = record?.detectorId ?? "";
  useEffect(() => {
    if (name === null) return;
    const note = () => {
      noteExport(repository, `Printed the report of ${name}`, modelId).catch((cause: unknown) => toast({ message: toProblem(cause).sentence }));
    };
    window.addEventListener("beforeprint", note);
    return () => window.removeEventListener("beforeprint", note);
  }, [name, modelId, repository, toast]);
}
