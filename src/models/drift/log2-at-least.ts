/** Of a figure that differs by factors rather than by amounts: its logarithm to base 2; values below `least` count as that much, NaN stays. */
export const log2AtLeast = (value: number, least: number): number => Math.log2(value < least ? least : value);
