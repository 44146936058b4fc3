/** The shortest decimal that is read back as the same 32-bit number: 9 digits always are enough (IEEE 754). */
export function float32Text(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return String(decimal);
  }
  return String(Number(value.toPrecision(9)));
}
