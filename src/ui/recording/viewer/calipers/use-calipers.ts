import { useCallback, useMemo, useState } from "react";
import type { RecordingView, TimeSpan } from "../../recording-view.ts";
import { moveCalipers, readCalipers, snapTime, startCalipers, type CaliperPart, type CaliperReading, type Calipers, type MeasuredLead } from "./caliper-maths.ts";

export interface CaliperTool {
  /** null while it is put away */
  readonly calipers: Calipers | null;
  readonly reading: CaliperReading | null;
  readonly lead: MeasuredLead;
  readonly toggle: () => void;
  /** moves a part to a moment; snaps to what lies within `reachS`, 0: to the nearest sample */
  readonly move: (part: CaliperPart, toS: number, reachS: number) => void;
}

/** Two markers to measure with on the lead whose beats were found. */
export function useCalipers({ lead, recording, beats }: RecordingView, picked: number | null, span: TimeSpan): CaliperTool {
  const { samplingRateHz, sampleCount } = recording;
  const lastS = (sampleCount - 1) / samplingRateHz;
  const [calipers, setCalipers] = useState<Calipers | null>(null);
  const measured = useMemo(
    () => ({ samplesMv: lead.samplesMv, samplingRateHz, peakSample: beats.peakSample, delineation: beats.delineation }),
    [lead, samplingRateHz, beats],
  );
  const move = useCallback((part: CaliperPart, toS: number, reachS: number) => {
    const at = part === "both" ? toS : snapTime(toS, measured, reachS);
    setCalipers((last) => last && moveCalipers(last, part, at, lastS));
  }, [measured, lastS]);
  const toggle = useCallback(() => {
    // Paper may reach beyond the end of the recording.
    const recorded = { fromS: span.fromS, toS: Math.min(span.toS, lastS) };
    setCalipers((last) => (last === null ? startCalipers(measured, picked, recorded) : null));
  }, [measured, picked, span, lastS]);
  const reading = useMemo(() => calipers && readCalipers(calipers, measured), [calipers, measured]);
  return { calipers, reading, lead: measured, toggle, move };
}
