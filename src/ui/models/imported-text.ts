import type { ImportedModel } from "../../db/records.ts";
import { formatDateTime } from "../shared/format.ts";

/** How a model of the user's is named wherever it answered. */
export function importedText({ fileName, importedAt }: Pick<ImportedModel["network"], "fileName" | "importedAt">): string {
  return `Imported model ${fileName}, ${formatDateTime(importedAt)}, not measured here.`;
}
