import { ProblemError } from "../../../problem.ts";
import type { WfdbHeader } from "./header.ts";

/** Marks made by hand or corrected come first, then the names that QRS detectors give. */
const ANNOTATORS_BY_WORTH = ["atr", "ecg", "ari", "ii", "qrs"];

/** Files that come with records on PhysioNet and are neither signals nor marks. */
const BESIDE_A_RECORD = new Set(["hea", "dat", "xws", "mat", "txt", "csv", "html", "htm", "pdf", "png", "md", "json"]);

const ADVICE = "Choose the .hea file together with its .dat files and, if there are any, its annotations (.atr)";

/** True where the names alone say that the files are a WFDB record or a part of one. */
export function isWfdb(files: readonly File[]): boolean {
  return files.some(({ name }) => ["hea", "dat", "atr"].includes(extensionOf(name)));
}

/** The one header among the files. Throws ProblemError `no-header` or `several-records`. */
export function headerFileOf(files: readonly File[]): File {
  const headers = files.filter(({ name }) => extensionOf(name) === "hea");
  if (headers.length === 0) {
    const { name } = files[0];
    throw new ProblemError("no-header", `this is a part of a WFDB record, whose header ${stemOf(name)}.hea is not here`, ADVICE, { file: name });
  }
  if (headers.length > 1) {
    throw new ProblemError("several-records", `this is the header of a second record beside ${headers[0].name}`, "Open one record at a time", { file: headers[1].name });
  }
  return headers[0];
}

/** The files that hold a header's signals, by the name that the header gives. Throws ProblemError `missing-signals` naming those to add. */
export function signalFilesOf(header: WfdbHeader, files: readonly File[], headerFile: File): ReadonlyMap<string, File> {
  const names = [...new Set(header.signals.map(({ fileName }) => fileName))];
  if (names.includes("~")) throw new ProblemError("missing-signals", "this header describes a layout and has no samples of its own", "Open the header of one segment with its files", { file: headerFile.name });
  const found = new Map<string, File>();
  for (const name of names) {
    const file = files.find((each) => each.name === name) ?? files.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (file) found.set(name, file);
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new ProblemError("missing-signals", `the header keeps its samples in ${missing.join(" and ")}, which ${missing.length > 1 ? "are" : "is"} not here`, `Choose ${[headerFile.name, ...missing].join(", ")} together`, {
      file: headerFile.name,
    });
  }
  return found;
}

/** The files that may hold marks of the record, the most worthwhile first: whatever else has the header's name. */
export function annotationFilesOf(headerFile: File, signalFiles: ReadonlyMap<string, File>, files: readonly File[]): File[] {
  const stem = stemOf(headerFile.name).toLowerCase();
  const signals = new Set(signalFiles.values());
  const worth = (file: File) => {
    const place = ANNOTATORS_BY_WORTH.indexOf(extensionOf(file.name));
    return place < 0 ? ANNOTATORS_BY_WORTH.length : place;
  };
  return files
    .filter((file) => !signals.has(file) && stemOf(file.name).toLowerCase() === stem && !BESIDE_A_RECORD.has(extensionOf(file.name)))
    .sort((a, b) => worth(a) - worth(b));
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? "";
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, "");
}
