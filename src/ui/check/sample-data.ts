import { ProblemError } from "../../ecg/problem.ts";

const SAMPLE_PATH = "samples/heart-rate.csv";

/** The sample that comes with the app: six half-hour recordings of the MIT-BIH Arrhythmia Database, labelled. Throws ProblemError `sample-missing`. */
export async function fetchSample(signal: AbortSignal): Promise<File> {
  const response = await fetch(new URL(SAMPLE_PATH, document.baseURI), { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ProblemError("sample-missing", "The sample data could not be fetched", "Connect once to load it, or choose a file of your own", {}, { cause });
  });
  if (!response.ok) {
    throw new ProblemError("sample-missing", `The sample data could not be fetched (status ${response.status})`, "Reload the page and try again, or choose a file of your own");
  }
  return new File([await response.blob()], "heart-rate.csv", { type: "text/csv" });
}
