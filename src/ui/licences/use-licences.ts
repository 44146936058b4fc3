import { useEffect, useState } from "react";
import { ProblemError, toProblem, type Problem } from "../../ecg/problem.ts";
import { LICENCES_FILE, type ShippedLicences } from "./shipped.ts";

export type LicencesLoading =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "loaded"; readonly shipped: ShippedLicences };

/** The licences of what the built app holds; the development server has no such file. */
export function useLicences(): LicencesLoading {
  const [state, setState] = useState<LicencesLoading>({ kind: "loading" });
  useEffect(() => {
    let isCurrent = true;
    fetchLicences().then(
      (shipped) => isCurrent && setState({ kind: "loaded", shipped }),
      (cause: unknown) => isCurrent && setState({ kind: "failed", problem: toProblem(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return state;
}

async function fetchLicences(): Promise<ShippedLicences> {
  const missing = (cause?: unknown) =>
    new ProblemError("licences-missing", "The list of licences could not be loaded", "Load the page again with a connection to its server; on a development server, build the app first", {}, { cause });
  const response = await fetch(`./${LICENCES_FILE}`).catch((cause: unknown) => {
    throw missing(cause);
  });
  if (!response.ok || response.headers.get("content-type")?.includes("json") !== true) throw missing();
  return (await response.json()) as ShippedLicences;
}
