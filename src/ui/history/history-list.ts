import { f1 } from "../../ecg/metrics/confusion.ts";
import type { CheckRecord } from "../../db/records.ts";

export type SortKey = "date" | "name" | "predicted" | "f1";

/** The checks whose name, files, patients, detector or hash hold every word of the search, and those `ofPatient`, in the order asked for. */
export function listedChecks(checks: readonly CheckRecord[], search: string, sort: SortKey, detectorName: (id: string) => string, ofPatient: ReadonlySet<string> = new Set()): CheckRecord[] {
  const words = search.toLocaleLowerCase("en").split(/\s+/).filter((word) => word !== "");
  const matching = checks.filter((check) => {
    const text = [check.name, detectorName(check.detectorId), ...(check.kind === "heart-rate" ? check.patientIds : []), ...check.files.flatMap(({ name, sha256 }) => [name, sha256])]
      .join("\n")
      .toLocaleLowerCase("en");
    return ofPatient.has(check.id) || words.every((word) => text.includes(word));
  });
  return matching.sort(ORDER[sort]);
}

const score = ({ confusion }: CheckRecord): number => (confusion === null ? -1 : (f1(confusion) ?? -1));

const ORDER: Readonly<Record<SortKey, (a: CheckRecord, b: CheckRecord) => number>> = {
  date: (a, b) => b.createdAt.localeCompare(a.createdAt),
  name: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }) || b.createdAt.localeCompare(a.createdAt),
  predicted: (a, b) => b.predicted - a.predicted,
  f1: (a, b) => score(b) - score(a),
};

/** Whether the checks were made on the same files, byte for byte: only those can be compared row by row. */
export function sameFiles(checks: readonly CheckRecord[]): boolean {
  const key = ({ files }: CheckRecord) => files.map(({ sha256 }) => sha256).join(" ");
  return checks.every((check) => key(check) === key(checks[0]));
}
