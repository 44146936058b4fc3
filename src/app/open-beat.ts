import { navigate, resultRoute } from "./routes.ts";

/** Marks the step of history that opening a beat made: closing the beat goes back over it. */
const OPENED_HERE = "beat opened here";

interface BeatMove {
  readonly checkId: string;
  /** the beat open now; null: none */
  readonly from: number | null;
  readonly to: number | null;
}

/** Opens a beat of a check, goes on to another, or closes it. Opening is a step to go back over, so that Back closes; going on is none. */
export function openBeat({ checkId, from, to }: BeatMove): void {
  if (to === null && window.history.state === OPENED_HERE) {
    window.history.back();
    return;
  }
  const opens = from === null && to !== null;
  navigate(resultRoute(checkId, { beat: to }), opens ? "push" : "replace");
  if (opens) window.history.replaceState(OPENED_HERE, "");
}
