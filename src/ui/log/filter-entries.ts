import type { LogAction, LogEntry } from "../../lifecycle/log/log-entry.ts";

/** What is shown of the log; "" and null let everything through. */
export interface LogFilter {
  readonly action: LogAction | null;
  readonly modelId: string;
  readonly who: string;
  /** anywhere in what was done and its details, in any case */
  readonly text: string;
  /** the first and the last day, as YYYY-MM-DD in local time */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: LogFilter = { action: null, modelId: "", who: "", text: "", from: "", to: "" };

/** The entries that pass, newest first; `entries` come oldest first. */
export function filterEntries(entries: readonly LogEntry[], { action, modelId, who, text, from, to }: LogFilter): LogEntry[] {
  const sought = text.trim().toLowerCase();
  return entries
    .filter(
      (entry) =>
        (action === null || entry.action === action) &&
        (modelId === "" || entry.modelId === modelId) &&
        (who === "" || entry.who === who) &&
        (from === "" || localDay(entry.at) >= from) &&
        (to === "" || localDay(entry.at) <= to) &&
        (sought === "" || `${entry.what} ${detailsText(entry.details)}`.toLowerCase().includes(sought)),
    )
    .reverse();
}

/** The same as it is shown: of a hash, its beginning. */
export const shownDetails = (details: LogEntry["details"]): string => detailsText(details).replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, "$1…");

/** An entry's details in one line. */
export function detailsText(details: LogEntry["details"]): string {
  return Object.entries(details).map(([name, value]) => `${name}: ${value}`).join(", ");
}

function localDay(at: string): string {
  const moment = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
