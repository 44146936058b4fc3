/** The place of a line as wide as one of the screen's own pixels, on that pixel. */
export function crisp(px: number, ratio: number): number {
  return Math.round(px * ratio) / ratio;
}
