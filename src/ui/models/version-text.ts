import type { DiagnosisRecord } from "../../db/records.ts";
import { SHIPPED_VERSION } from "../../lifecycle/registry/model-version.ts";
import { formatDateTime } from "../shared/format.ts";

/** Which version of the twelve-lead model answered, for people. */
export function diagnosisVersionText({ modelVersion, imported }: Pick<DiagnosisRecord, "modelVersion" | "imported">): string {
  if (modelVersion === SHIPPED_VERSION) return "version 1, which ships";
  return imported === undefined ? `version ${modelVersion}` : `version ${modelVersion}, imported as ${imported.fileName}, ${formatDateTime(imported.importedAt)}`;
}
