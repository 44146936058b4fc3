import { ProblemError } from "../../ecg/problem.ts";

/** A file that comes with the app, below samples/. */
export interface Sample {
  readonly fileName: string;
  /** what it is called on its button */
  readonly label: string;
  readonly mediaType: string;
}

/** Labelled beats of public databases, to try the app with; the first is the one that a key opens. */
export const SAMPLES: readonly Sample[] = [
  { fileName: "heart-rate.csv", label: "Try sample data", mediaType: "text/csv" },
  { fileName: "heartbeats.csv", label: "Try sample heartbeats", mediaType: "text/csv" },
  { fileName: "ecg5000.tsv", label: "Try sample ECG5000", mediaType: "text/tab-separated-values" },
];

/** How a sample is fetched. Throws ProblemError `sample-missing`. */
export function fetchSample({ fileName, mediaType }: Sample): (signal: AbortSignal) => Promise<File> {
  return async (signal) => {
    const response = await fetch(new URL(`samples/${fileName}`, document.baseURI), { signal }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw new ProblemError("sample-missing", "The sample data could not be fetched", "Connect once to load it, or choose a file of your own", {}, { cause });
    });
    if (!response.ok) {
      throw new ProblemError("sample-missing", `The sample data could not be fetched (status ${response.status})`, "Reload the page and try again, or choose a file of your own");
    }
    return new File([await response.blob()], fileName, { type: mediaType });
  };
}
