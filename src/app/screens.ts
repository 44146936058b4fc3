import { modelName } from "../models/catalog.ts";
import type { Route } from "./routes.ts";

/** The entries of the navigation. */
type Place = "check" | "history" | "models" | "monitoring" | "settings";

interface Screen {
  readonly title: string;
  /** where in the navigation it belongs */
  readonly place: Place | null;
}

const SCREENS: Readonly<Record<Route["screen"], Screen>> = {
  check: { title: "Check", place: "check" },
  result: { title: "Result", place: "check" },
  history: { title: "History", place: "history" },
  compare: { title: "Compare", place: "history" },
  report: { title: "Report", place: "history" },
  models: { title: "Models", place: "models" },
  model: { title: "Model", place: "models" },
  runs: { title: "Runs", place: "models" },
  run: { title: "Run", place: "models" },
  "compare-runs": { title: "Compare runs", place: "models" },
  train: { title: "Train", place: "models" },
  "evaluation-sets": { title: "Evaluation sets", place: "models" },
  monitoring: { title: "Monitoring", place: "monitoring" },
  settings: { title: "Settings", place: "settings" },
  accounts: { title: "Accounts", place: "settings" },
  backup: { title: "Backup", place: "settings" },
  log: { title: "Activity log", place: "settings" },
  diagnostics: { title: "Diagnostics", place: "settings" },
  interface: { title: "Programmatic interface", place: "settings" },
  privacy: { title: "What leaves this device", place: "settings" },
  licences: { title: "Licences", place: "settings" },
  unknown: { title: "No such page", place: null },
};

export const placeOf = ({ screen }: Route): Place | null => SCREENS[screen].place;

/** Names no patient and no file: the browser keeps titles in its history, in the clear. */
export function screenTitle(route: Route): string {
  if (route.screen === "model") return modelName(route.modelId);
  if (route.screen === "result" && route.beat !== null) return `Beat ${route.beat + 1}`;
  if (route.screen === "report" && route.patient === null) return "Reports";
  return SCREENS[route.screen].title;
}

/** What makes a screen another screen: picking a patient or a beat does not. */
export function screenKey(route: Route): string {
  switch (route.screen) {
    case "check":
    case "history":
    case "models":
    case "runs":
    case "train":
    case "evaluation-sets":
    case "monitoring":
    case "log":
    case "diagnostics":
    case "interface":
    case "privacy":
    case "licences":
    case "settings":
    case "accounts":
    case "backup":
    case "unknown":
      return route.screen;
    case "run":
      return `run ${route.runId}`;
    case "compare-runs":
      return `compare-runs ${route.runIds.join(" ")}`;
    case "model":
      return `model ${route.modelId}`;
    case "result":
    case "report":
      return `${route.screen} ${route.checkId}`;
    case "compare":
      return `compare ${route.checkIds.join(" ")}`;
  }
}
