import type { TimeSpan } from "../recording-view.ts";

/** Paper speeds and gains in use in electrocardiography; the first of each is not always the usual one, see USUAL_SCALE. */
export const SPEEDS_MM_PER_S = [25, 50] as const;
export const GAINS_MM_PER_MV = [5, 10, 20] as const;
export type SpeedMmPerS = (typeof SPEEDS_MM_PER_S)[number];
export type GainMmPerMv = (typeof GAINS_MM_PER_MV)[number];

/** How a strip is drawn: at a paper speed, or zoomed freely (null). */
export interface StripScale {
  readonly speedMmPerS: SpeedMmPerS | null;
  readonly gainMmPerMv: GainMmPerMv;
}

export const USUAL_SCALE: StripScale = { speedMmPerS: 25, gainMmPerMv: 10 };

/** The narrowest stretch that zooming shows: a QRS complex fills the strip. */
export const LEAST_SPAN_S = 0.25;

export const spanWidth = ({ fromS, toS }: TimeSpan): number => toS - fromS;

/** Time on a strip so many pixels wide, in seconds. */
export function paperSpanS(widthPx: number, speedMmPerS: number, pxPerMm: number): number {
  return widthPx / (speedMmPerS * pxPerMm);
}

/** The speed at which paper would have to run to show a stretch on so many pixels. */
export function speedOf(span: TimeSpan, widthPx: number, pxPerMm: number): number {
  return widthPx / pxPerMm / spanWidth(span);
}

/** A stretch moved into a recording of `durationS`; one that is longer begins at its start and reaches beyond its end. */
export function keepInside({ fromS, toS }: TimeSpan, durationS: number): TimeSpan {
  const width = toS - fromS;
  const from = Math.max(0, Math.min(fromS, durationS - width));
  return { fromS: from, toS: from + width };
}

/** A stretch as wide as asked around the middle of another. */
export function aroundMiddle({ fromS, toS }: TimeSpan, widthS: number): TimeSpan {
  const middle = (fromS + toS) / 2;
  return { fromS: middle - widthS / 2, toS: middle + widthS / 2 };
}

/** Moves a stretch by so many seconds, within the recording. */
export function panBy(span: TimeSpan, byS: number, durationS: number): TimeSpan {
  return keepInside({ fromS: span.fromS + byS, toS: span.toS + byS }, durationS);
}

/** Widens (factor above 1) or narrows a stretch about a moment, which stays where it is on the screen. */
export function zoomAbout(span: TimeSpan, { atS, factor, durationS }: { readonly atS: number; readonly factor: number; readonly durationS: number }): TimeSpan {
  const width = spanWidth(span);
  const widest = Math.max(durationS, LEAST_SPAN_S);
  const wanted = width * factor;
  // A strip wider than the recording may stay so, not become wider still.
  const next = Math.min(Math.max(wanted, LEAST_SPAN_S), Math.max(widest, Math.min(width, wanted)));
  const share = (atS - span.fromS) / width;
  return keepInside({ fromS: atS - share * next, toS: atS + (1 - share) * next }, durationS);
}

/** What the strip shows of the stretch that is wanted: at a paper speed, as much about its middle as the paper has room for. */
export function stripSpan(wanted: TimeSpan, paperS: number | null, durationS: number): TimeSpan {
  const width = paperS ?? Math.max(spanWidth(wanted), LEAST_SPAN_S);
  // From the same start where only rounding differs, so that nothing creeps.
  const isSame = Math.abs(spanWidth(wanted) - width) < 1e-6 * width;
  return keepInside(isSame ? { fromS: wanted.fromS, toS: wanted.fromS + width } : aroundMiddle(wanted, width), durationS);
}

/** "25 mm/s · 10 mm/mV", or what a freely zoomed strip is drawn at. */
export function scaleWords({ speedMmPerS, gainMmPerMv }: StripScale, shownMmPerS: number): string {
  const gain = `${gainMmPerMv} mm/mV`;
  if (speedMmPerS !== null) return `${speedMmPerS} mm/s · ${gain}`;
  const digits = shownMmPerS >= 10 ? 0 : shownMmPerS >= 1 ? 1 : 3;
  return `Zoomed, no paper speed (${shownMmPerS.toFixed(digits)} mm/s) · ${gain}`;
}
