const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/** A parameter as it stands in a file: a number where it reads as one, "1e-05" as Python writes it too. */
export function parameterValue(text: string): number | string {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : text;
}
