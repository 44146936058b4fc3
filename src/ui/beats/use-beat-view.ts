import { useMemo } from "react";
import type { LoadedBeatCheck } from "../../db/records.ts";
import { beatView, predictionsOf, type BeatView } from "./beat-view.ts";
import { overviewOf, type Overview } from "./overview/overview.ts";

/** A check's view and overview. Passes over all beats are made again when outputs or threshold change: not when a beat is relabelled, the check renamed or saved, or another part of it shown. */
export function useBeatView(check: LoadedBeatCheck, threshold: number | null, relabels: ReadonlyMap<number, number>): { readonly view: BeatView; readonly overview: Overview } {
  const { beats, outputs, record: { scheme, modelScheme } } = check;
  const checked = useMemo(() => ({ beats, outputs, scheme, modelScheme }), [beats, outputs, scheme, modelScheme]);
  const predictions = useMemo(() => predictionsOf(checked, threshold), [checked, threshold]);
  const overview = useMemo(() => overviewOf(checked, predictions), [checked, predictions]);
  const view = useMemo(() => beatView(check, predictions, relabels), [check, predictions, relabels]);
  return { view, overview };
}
