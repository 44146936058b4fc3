import { findIrregularRhythm, IRREGULAR_RHYTHM_DEFAULTS, type IrregularRhythmOptions } from "./irregular-rhythm.ts";
import { findPauses, findRateEvents, RATE_EVENT_DEFAULTS, type RateEventOptions } from "./rate-events.ts";
import type { RhythmEvent } from "./rhythm-event.ts";
import type { RrSeries } from "./rr-series.ts";
import { findVentricularPatterns, findVentricularRuns, VENTRICULAR_EVENT_DEFAULTS, type VentricularEventOptions } from "./ventricular-events.ts";

export interface RhythmEventOptions {
  readonly rate: RateEventOptions;
  readonly ventricular: VentricularEventOptions;
  readonly irregular: IrregularRhythmOptions;
}

export const RHYTHM_EVENT_DEFAULTS: RhythmEventOptions = {
  rate: RATE_EVENT_DEFAULTS,
  ventricular: VENTRICULAR_EVENT_DEFAULTS,
  irregular: IRREGULAR_RHYTHM_DEFAULTS,
};

/** All rhythm events of a recording in the order of time, the more urgent first where two begin together. They may overlap. */
export function findRhythmEvents(rr: RrSeries, options: RhythmEventOptions = RHYTHM_EVENT_DEFAULTS): RhythmEvent[] {
  return [
    ...findPauses(rr, options.rate),
    ...findRateEvents(rr, options.rate),
    ...findVentricularRuns(rr, options.ventricular),
    ...findVentricularPatterns(rr, options.ventricular),
    ...findIrregularRhythm(rr, options.irregular),
  ].sort((a, b) => a.startSample - b.startSample || a.severity - b.severity);
}
