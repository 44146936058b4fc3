import { typedNumber } from "../shared/typed-number.ts";

/** Typed percentage points as a share: "1.5" → 0.015; null for what is none from 0 to 100. */
export function parsePoints(text: string): number | null {
  const points = typedNumber(text);
  return points >= 0 && points <= 100 ? points / 100 : null;
}
