/** The number in a field, a decimal comma read as a point; NaN for an empty field and for what is no number. */
export function typedNumber(text: string): number {
  const trimmed = text.trim();
  return trimmed === "" ? NaN : Number(trimmed.replace(",", "."));
}
