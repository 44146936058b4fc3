/** Turns samples into places of an SVG. */
export interface BeatScale {
  readonly xOf: (sample: number) => number;
  readonly yOf: (value: number) => number;
}

const place = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;

export function linePath(samples: Float32Array, { xOf, yOf }: BeatScale): string {
  return Array.from(samples, (value, i) => `${i === 0 ? "M" : "L"}${place(xOf(i), yOf(value))}`).join("");
}

/** The area between two lines of the same length. */
export function areaPath(upper: Float32Array, lower: Float32Array, { xOf, yOf }: BeatScale): string {
  const back = Array.from(lower, (value, i) => `L${place(xOf(i), yOf(value))}`).reverse();
  return `${linePath(upper, { xOf, yOf })}${back.join("")}Z`;
}

/** One bar a sample from 0 up or down; `sign` chooses those above or those below. */
export function barsPath(values: Float32Array, sign: 1 | -1, { xOf, yOf }: BeatScale): string {
  const half = (xOf(1) - xOf(0)) / 2;
  let path = "";
  values.forEach((value, i) => {
    if (value * sign > 0) path += `M${place(xOf(i) - half, yOf(0))}H${(xOf(i) + half).toFixed(1)}V${yOf(value).toFixed(1)}H${(xOf(i) - half).toFixed(1)}Z`;
  });
  return path;
}
