import type { VersionFigures } from "./version-figures.ts";

/** A figure of a class that the candidate lets fall by more than the site allows. */
export interface Fall {
  readonly code: string;
  readonly figure: "sensitivity" | "positive predictivity";
  readonly before: number;
  /** null: it names nothing of the class any more, so that there is no such figure */
  readonly after: number | null;
  /** as a share */
  readonly by: number;
}

export interface GateVerdict {
  readonly falls: readonly Fall[];
  /** classes of which the set has no row, so that nothing can be said of their sensitivity */
  readonly unjudged: readonly string[];
}

/** Shares are counts divided: 0.95 − 0.93 is a little more than 0.02. */
const ROUNDING = 1e-9;

/**
 * Whether a candidate may take the champion's place: sensitivity and positive predictivity of no class may fall by more than
 * `margin`, a share from 0 to 1. Both were measured on the same rows.
 */
export function judgeByGate(champion: VersionFigures, candidate: VersionFigures, margin: number): GateVerdict {
  const falls = champion.classes.flatMap((before) => {
    const after = candidate.classes.find(({ code }) => code === before.code);
    return (["sensitivity", "positivePredictivity"] as const).flatMap((key): Fall[] => {
      const [from, to] = [before[key].value, after?.[key].value ?? null];
      if (from === null) return [];
      const by = from - (to ?? 0);
      return by > margin + ROUNDING ? [{ code: before.code, figure: key === "sensitivity" ? key : "positive predictivity", before: from, after: to, by }] : [];
    });
  });
  return { falls, unjudged: champion.classes.filter(({ rows }) => rows === 0).map(({ code }) => code) };
}

/** "sensitivity of V falls by 4.2 points, from .951 to .909": one clause a fall. */
export function fallText({ code, figure, before, after, by }: Fall): string {
  const share = (value: number) => value.toFixed(3).replace(/^0\./, ".");
  const end = after === null ? `it is ${share(before)} now, and the new version names no row ${code}` : `from ${share(before)} to ${share(after)}`;
  return `${figure} of ${code} falls by ${(100 * by).toFixed(1)} points, ${end}`;
}
