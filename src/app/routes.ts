import { useSyncExternalStore } from "react";

/** The screens, as the address names them. Nothing in an address but random ids and numbers: the browser keeps addresses in its history, in the clear. */
export type Route =
  | { readonly screen: "check" }
  | ResultRoute
  | { readonly screen: "history" }
  | { readonly screen: "compare"; readonly checkIds: readonly string[] }
  /** one patient's report, by the index in the check, or all patients' in one print */
  | { readonly screen: "report"; readonly checkId: string; readonly patient: number | null }
  | { readonly screen: "models" }
  | { readonly screen: "model"; readonly modelId: string }
  | { readonly screen: "runs" }
  | { readonly screen: "run"; readonly runId: string }
  | { readonly screen: "compare-runs"; readonly runIds: readonly string[] }
  /** a model to begin with, if one is named */
  | { readonly screen: "train"; readonly modelId: string | null }
  | { readonly screen: PlainScreen }
  | { readonly screen: "unknown"; readonly address: string };

/** Screens whose address is their name. */
const PLAIN_SCREENS = ["evaluation-sets", "monitoring", "log", "diagnostics", "interface", "privacy", "licences", "settings", "accounts", "backup"] as const;
export type PlainScreen = (typeof PLAIN_SCREENS)[number];

export interface ResultRoute extends ResultPlace {
  readonly screen: "result";
  readonly checkId: string;
}

/** What is looked at in a check's result; null: what its screen begins with. */
export interface ResultPlace {
  /** index of the patient, of a check of heart rates */
  readonly patient: number | null;
  /** index of the beat shown alone, of a check of beats, or picked, of one of a recording */
  readonly beat: number | null;
  /** of a check of a recording */
  readonly tab: string | null;
  /** seconds from the start, of a check of a recording or of its heart rate */
  readonly atS: number | null;
}

const BEGINNING: ResultPlace = { patient: null, beat: null, tab: null, atS: null };

/** A check's result, and what is looked at in it. */
export function resultRoute(checkId: string, place: Partial<ResultPlace> = {}): ResultRoute {
  return { screen: "result", checkId, ...BEGINNING, ...place };
}

/** Reads `location.hash` ("#/checks/abc?patient=2"). */
export function parseRoute(hash: string): Route {
  const [path, query = ""] = hash.replace(/^#/, "").split("?", 2);
  const parameters = new URLSearchParams(query);
  const parts = path.split("/").filter((part) => part !== "").map(decode);
  const unknown: Route = { screen: "unknown", address: hash };

  const screen = parts.at(0);
  const id = parts.at(1);
  if (screen === undefined) return { screen: "check" };
  if (parts.length === 1 && screen === "history") return { screen: "history" };
  if (parts.length === 1 && screen === "models") return { screen: "models" };
  if (parts.length === 1 && screen === "runs") return { screen: "runs" };
  if (parts.length === 1 && screen === "train") return { screen: "train", modelId: parameters.get("model") };
  const plain = PLAIN_SCREENS.find((name) => name === screen);
  if (parts.length === 1 && plain !== undefined) return { screen: plain };
  if (parts.length === 1 && screen === "compare") {
    const checkIds = listed(parameters.get("checks"));
    return checkIds.length === 0 ? unknown : { screen: "compare", checkIds };
  }
  if (parts.length === 2 && id !== undefined) {
    const patient = parseNumber(parameters.get("patient"));
    if (screen === "checks") return resultRoute(id, { patient, beat: parseNumber(parameters.get("beat")), tab: parameters.get("tab"), atS: parseSeconds(parameters.get("at")) });
    if (screen === "models") return { screen: "model", modelId: id };
    if (screen === "runs" && id === "compare") {
      const runIds = listed(parameters.get("runs"));
      return runIds.length === 0 ? unknown : { screen: "compare-runs", runIds };
    }
    if (screen === "runs") return { screen: "run", runId: id };
    if (screen === "report") return { screen: "report", checkId: id, patient };
  }
  return unknown;
}

/** The hash of a route; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case "check":
      return "#/";
    case "history":
      return "#/history";
    case "models":
    case "runs":
    case "evaluation-sets":
    case "monitoring":
    case "log":
    case "diagnostics":
    case "interface":
    case "privacy":
    case "licences":
    case "backup":
    case "settings":
    case "accounts":
      return `#/${route.screen}`;
    case "run":
      return `#/runs/${encodeURIComponent(route.runId)}`;
    case "compare-runs":
      return `#/runs/compare?${new URLSearchParams({ runs: route.runIds.join(",") })}`;
    case "train":
      return `#/train${queryOf({ model: route.modelId })}`;
    case "model":
      return `#/models/${encodeURIComponent(route.modelId)}`;
    case "compare":
      return `#/compare?${new URLSearchParams({ checks: route.checkIds.join(",") })}`;
    case "result":
      return `#/checks/${encodeURIComponent(route.checkId)}${queryOf({
        patient: formatNumber(route.patient),
        tab: route.tab,
        beat: formatNumber(route.beat),
        at: route.atS === null ? null : String(Number(route.atS.toFixed(3))),
      })}`;
    case "report":
      return `#/report/${encodeURIComponent(route.checkId)}${queryOf({ patient: formatNumber(route.patient) })}`;
    case "unknown":
      return route.address;
  }
}

/** The route in the address bar, followed as it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}

/** Goes to a screen; `replace` leaves no step to go back to, as when only what is looked at in a result changes. */
export function navigate(route: Route, how: "push" | "replace" = "push"): void {
  const hash = formatRoute(route);
  if (how === "push") {
    window.location.hash = hash;
  } else {
    window.history.replaceState(window.history.state, "", hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  }
}

function queryOf(parameters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

const listed = (text: string | null): string[] => (text ?? "").split(",").filter((id) => id !== "");

/** Patients and beats are counted from 1 in addresses, as on the screen. */
const formatNumber = (index: number | null): string | null => (index === null ? null : String(index + 1));

function parseNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) - 1 : null;
}

/** To the millisecond. */
function parseSeconds(text: string | null): number | null {
  return text !== null && /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}

/** A part that is no valid percent-encoding stays as it was typed. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
