import { ProblemError } from "../../ecg/problem.ts";

/** Files that come with the app, below samples/, and are opened together. */
export interface Sample {
  readonly fileNames: readonly string[];
  /** what it is called on its button */
  readonly label: string;
}

/** Labelled data of public databases, to try the app with; the first is the one that a key opens. */
export const SAMPLES: readonly Sample[] = [
  { fileNames: ["heart-rate.csv"], label: "Try sample data" },
  { fileNames: ["heartbeats.csv"], label: "Try sample heartbeats" },
  { fileNames: ["ecg5000.tsv"], label: "Try sample ECG5000" },
  { fileNames: ["recording.hea", "recording.dat", "recording.atr"], label: "Try a recording" },
];

/** How a sample is fetched. Throws ProblemError `sample-missing`. */
export function fetchSample({ fileNames }: Sample): (signal: AbortSignal) => Promise<readonly File[]> {
  return (signal) => Promise.all(fileNames.map((fileName) => fetchFile(fileName, signal)));
}

async function fetchFile(fileName: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(new URL(`samples/${fileName}`, document.baseURI), { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ProblemError("sample-missing", "The sample data could not be fetched", "Connect once to load it, or choose a file of your own", {}, { cause });
  });
  if (!response.ok) {
    throw new ProblemError("sample-missing", `The sample data could not be fetched (status ${response.status})`, "Reload the page and try again, or choose a file of your own");
  }
  return new File([await response.blob()], fileName);
}
