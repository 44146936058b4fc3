import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";

/** A point of the drawn line; `rateBpm` is null where the line breaks. */
export interface LinePoint {
  readonly timeS: number;
  readonly rateBpm: number | null;
}

/** A pause this many times the usual step between rows is no signal: the line does not cross it. */
const BREAK_STEPS = 10;
/** Steps looked at to find the usual one. */
const SAMPLED_STEPS = 501;

/** The longest step from row to row that a line may cross, from a patient's times in order. */
export function longestStepS(timeS: Float64Array): number {
  const count = Math.min(timeS.length - 1, SAMPLED_STEPS);
  if (count < 1) return Infinity;
  const steps = Float64Array.from({ length: count }, (_, i) => {
    const row = Math.floor((i * (timeS.length - 1)) / count);
    return timeS[row + 1] - timeS[row];
  }).sort();
  const usual = steps[count >> 1];
  return usual > 0 ? BREAK_STEPS * usual : Infinity;
}

/** The drawn points in time order, with a break where the rows from one to the next lie further apart than `breakAfterS` each, on average. */
export function linePoints({ row, timeS, rateBpm }: Pick<PlotPoints, "row" | "timeS" | "rateBpm">, breakAfterS: number): LinePoint[] {
  const points: LinePoint[] = [];
  for (let i = 0; i < row.length; i++) {
    const pause = i > 0 && timeS[i] - timeS[i - 1] > breakAfterS * (row[i] - row[i - 1]);
    if (pause) points.push({ timeS: (timeS[i - 1] + timeS[i]) / 2, rateBpm: null });
    points.push({ timeS: timeS[i], rateBpm: rateBpm[i] });
  }
  return points;
}

/** The line as an SVG path, broken where its points are; a point alone is a stroke of no length, which round caps make a dot. `place` gives a point's "x,y". */
export function linePath(line: readonly LinePoint[], place: (point: { readonly timeS: number; readonly rateBpm: number }) => string): string {
  return line
    .map(({ timeS, rateBpm }, i) => {
      if (rateBpm === null) return "";
      const starts = (line[i - 1]?.rateBpm ?? null) === null;
      const ends = (line[i + 1]?.rateBpm ?? null) === null;
      return `${starts ? "M" : "L"}${place({ timeS, rateBpm })}${starts && ends ? "h0" : ""}`;
    })
    .join("");
}
