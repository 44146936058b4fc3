const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** EDF+'s dd-MMM-yyyy as yyyy-mm-dd; null where it is none. */
export function parseLongDate(text: string): string | null {
  const match = /^(\d{2})-([A-Z]{3})-(\d{4})$/i.exec(text);
  const month = MONTHS.indexOf(match?.[2].toUpperCase() ?? "") + 1;
  return match && month > 0 ? `${match[3]}-${String(month).padStart(2, "0")}-${match[1]}` : null;
}
