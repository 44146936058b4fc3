import { median, shareOf } from "./column-profile.ts";
import type { NameMeaning } from "./column-names.ts";
import type { StatedUnit } from "./import-guess.ts";

export interface Guess<T> {
  readonly value: T;
  /** why it is weak, or null when it is sure */
  readonly doubt: string | null;
}

/** Medians that each unit can have; between heart rates of 25 and 300 bpm nothing overlaps. */
const PLAUSIBLE = { bpm: [25, 300], "rr-ms": [200, 3000], "rr-s": [0.2, 3] } as const;

/** The unit of the column of heart rates or RR intervals, from its name and its values (NaN where missing). */
export function guessUnit(values: Float64Array, name: NameMeaning, isPreprocessed: boolean): Guess<StatedUnit> {
  const middle = median(values);
  const isUnitInterval = shareOf(values, (value) => value >= 0 && value <= 1 + 1e-9) === 1;
  if (isPreprocessed && isUnitInterval) return { value: "scaled", doubt: null };
  const named = unitOfName(name);
  const fitting = unitOfMedian(middle, name.quantity, isUnitInterval, shareOf(values, (value) => value < 0));
  if (Number.isNaN(middle)) return { value: named ?? "bpm", doubt: null };
  if (named === null) {
    return fitting === "rr-ms" || fitting === "rr-s" ? { value: fitting, doubt: null } : { value: fitting, doubt: describeMedian(middle, name) };
  }
  const [from, to] = PLAUSIBLE[named];
  if (middle >= from && middle <= to) return { value: named, doubt: null };
  return { value: fitting, doubt: describeMedian(middle, name) };
}

/** Null where the name leaves it open: RR intervals without a unit, or a name and a unit that contradict each other. */
function unitOfName({ quantity, unit }: NameMeaning): "bpm" | "rr-ms" | "rr-s" | null {
  if (quantity === "bpm") return unit === null || unit === "bpm" ? "bpm" : null;
  return unit === "ms" ? "rr-ms" : unit === "s" ? "rr-s" : null;
}

function unitOfMedian(middle: number, quantity: "bpm" | "rr", isUnitInterval: boolean, negativeShare: number): StatedUnit {
  if (quantity === "bpm" && negativeShare > 0.02) return "raw-ecg";
  if (quantity === "bpm" && isUnitInterval) return "scaled";
  if (middle >= PLAUSIBLE["rr-s"][0] && middle <= PLAUSIBLE["rr-s"][1]) return "rr-s";
  if (middle >= PLAUSIBLE["rr-ms"][0] && middle <= PLAUSIBLE["rr-ms"][1] && (quantity === "rr" || middle > PLAUSIBLE.bpm[1])) return "rr-ms";
  return middle >= PLAUSIBLE.bpm[0] && middle <= PLAUSIBLE.bpm[1] ? "bpm" : "raw-ecg";
}

function describeMedian(middle: number, { role }: NameMeaning): string {
  const misfit = role === "rate" ? ", which does not fit what its name says" : "";
  return `Its typical value is ${Number(middle.toPrecision(3))}${misfit}. In which unit is it?`;
}
