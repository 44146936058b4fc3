import { ProblemError } from "../ecg/problem.ts";
import type { ReadArtifact } from "../models/detector.ts";

/** Reads what lies below `models/` of the app, `baseUrl` being where its index.html is served. */
export function artifactFetcher(baseUrl: URL): ReadArtifact {
  return async (path) => {
    const response = await fetch(new URL(`models/${path}`, baseUrl)).catch((cause: unknown) => {
      throw missing(path, "it could not be fetched", cause);
    });
    // A host that answers every unknown address with the page itself would otherwise pass for a model.
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (!response.ok || isPage) throw missing(path, `the server answered ${isPage ? "with a page" : response.status}`);
    return response.arrayBuffer();
  };
}

const missing = (path: string, why: string, cause?: unknown) =>
  new ProblemError(
    "artifact-missing",
    `A part of the detector is missing: ${why}`,
    "Reload the page while online, then try again",
    { file: `models/${path}` },
    { cause },
  );
