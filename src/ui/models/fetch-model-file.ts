import { ProblemError } from "../../ecg/problem.ts";

/** Where a shipped file of a model is served. */
export function modelFileUrl(modelId: string, file: string): string {
  return new URL(`models/${encodeURIComponent(modelId)}/${encodeURIComponent(file)}`, document.baseURI).href;
}

/** A shipped file's bytes. Throws ProblemError `model-file-missing`; once aborted, the signal's reason. */
export async function fetchModelFile(modelId: string, file: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(modelFileUrl(modelId, file), { signal }).catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : missing(modelId, file, "it could not be fetched", cause);
  });
  // A host that answers every unknown address with the page itself would otherwise pass for the file.
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (!response.ok || isPage) throw missing(modelId, file, `the server answered ${isPage ? "with a page" : response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const missing = (modelId: string, file: string, why: string, cause?: unknown) =>
  new ProblemError("model-file-missing", `a file of the model is missing: ${why}`, "Reload the page while online once, then try again", { file: `models/${modelId}/${file}` }, { cause });
