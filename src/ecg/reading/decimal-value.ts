/** A whole number below this, of at most 14 digits, takes one digit more into `high`; further digits go into `low`. */
export const MORE_DIGITS_BELOW = 1e14;

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const EXACT_POWER = 22;
const LOW_DIGITS = 15;
/** How far, relatively, the correction in `divideLong` can be off: a few roundings of 2^-53 each, with room to spare. */
const CORRECTION_ERROR = 2 ** -50;
/** Cuts a double into two halves of 26 bits, whose products are exact (Veltkamp; Dekker 1971). */
const SPLITTER = 2 ** 27 + 1;

/**
 * (high · 10^lowDigits + low) · 10^power as the nearest double, as `Number` gives it, or NaN where that is left to `Number`.
 * `high` has at most 15 digits, and 15 where there are low ones. Up to 15 digits and a power of ten that a double holds
 * exactly take one rounding (Clinger 1990); up to 30, as in numpy's `1.125218300000000052e-01`, a division in double-double.
 */
export function decimalValue(high: number, low: number, lowDigits: number, power: number): number {
  if (lowDigits > LOW_DIGITS) return NaN;
  if (low === 0) return timesPowerOfTen(high, power + lowDigits);
  if (power < 0 && power >= -EXACT_POWER) return divideLong(high, POWERS_OF_TEN[lowDigits], low, POWERS_OF_TEN[-power]);
  return NaN;
}

/** NaN where the power is no exact double. */
function timesPowerOfTen(whole: number, power: number): number {
  if (whole === 0) return Number.isNaN(power) ? NaN : 0;
  if (power <= 0 && power >= -EXACT_POWER) return whole / POWERS_OF_TEN[-power];
  return power > 0 && power <= EXACT_POWER ? whole * POWERS_OF_TEN[power] : NaN;
}

/**
 * (high · lift + low) / divisor, rounded once, for whole numbers low < lift ≤ high · lift; NaN where it lies too close
 * to the middle between two doubles to say which is nearer. The dividend is held exactly as the sum of two doubles, the
 * quotient of the first is corrected by what remains, and the remainder of a division is itself an exact double.
 */
function divideLong(high: number, lift: number, low: number, divisor: number): number {
  const product = high * lift;
  const dividend = product + low;
  const rest = low - (dividend - product) + productError(high, lift, product);
  const quotient = dividend / divisor;
  const back = quotient * divisor;
  const correction = (dividend - back - productError(quotient, divisor, back) + rest) / divisor;
  const rounded = quotient + correction * (1 - CORRECTION_ERROR);
  return rounded === quotient + correction * (1 + CORRECTION_ERROR) ? rounded : NaN;
}

/** a · b − product, exactly, where `product` is a · b rounded. */
function productError(a: number, b: number, product: number): number {
  const aLifted = SPLITTER * a;
  const aHigh = aLifted - (aLifted - a);
  const aLow = a - aHigh;
  const bLifted = SPLITTER * b;
  const bHigh = bLifted - (bLifted - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
