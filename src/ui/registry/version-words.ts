import type { McNemarTest } from "../../ecg/metrics/mcnemar.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { formatCount, formatCounted } from "../shared/format.ts";

/** Where a version came from, in a few words. */
export function originText({ origin }: Pick<ModelVersion, "origin">): string {
  switch (origin.kind) {
    case "shipped":
      return "Ships with the app";
    case "trained":
      return "Trained here";
    case "imported":
      return `Imported, ${origin.fileName}`;
  }
}

/** "a: 1, b: 2": a version's tags in a line; the form reads it back. */
export const tagsText = (tags: ModelVersion["tags"]): string => Object.entries(tags).map(([key, value]) => (value === "" ? key : `${key}: ${value}`)).join(", ");

/** What was typed as tags: "a: 1, b" → { a: "1", b: "" }. */
export function parseTags(text: string): Record<string, string> {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  return Object.fromEntries(parts.map((part) => {
    const [key, ...value] = part.split(":");
    return [key.trim(), value.join(":").trim()];
  }));
}

/** What McNemar's test says of two versions, in words. */
export function mcNemarText({ onlyFirstRight, onlySecondRight, pValue, method, chiSquare }: McNemarTest, champion: number, candidate: number): string {
  const rows = onlyFirstRight + onlySecondRight;
  if (rows === 0) return `Version ${champion} and version ${candidate} are right and wrong on the same rows.`;
  const counts = `On ${formatCounted(rows, "row")} one is right and the other wrong: version ${champion} alone is right on ${formatCount(onlyFirstRight)}, version ${candidate} alone on ${formatCount(onlySecondRight)}.`;
  const test = `McNemar’s test (${method}${chiSquare === null ? "" : `, χ² = ${chiSquare.toFixed(2)}`}): p ${pValueText(pValue)}.`;
  return `${counts} ${test} It takes rows for independent. ${pValue < 0.05 ? "So large a difference is seldom chance." : "A difference of this size may be chance."}`;
}

const pValueText = (pValue: number): string => (pValue < 0.001 ? "< .001" : `= ${pValue.toFixed(3).replace(/^0\./, ".")}`);
