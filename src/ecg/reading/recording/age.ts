const OLDEST_YEARS = 120;

/** Whole years of a plausible age; null for others, such as the −1 or 300 that stand for an unknown one. */
export function plausibleAge(years: number): number | null {
  return years >= 0 && years <= OLDEST_YEARS ? Math.floor(years) : null;
}

/** Birthdays from one day to another, both as yyyy-mm-dd. */
export function ageAt(birthdate: string, day: string): number | null {
  return plausibleAge(Number(day.slice(0, 4)) - Number(birthdate.slice(0, 4)) - (day.slice(5) < birthdate.slice(5) ? 1 : 0));
}
