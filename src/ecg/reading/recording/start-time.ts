/** A start time (local, ISO 8601 without a zone) so many seconds later. */
export function laterBy(startTime: string | null, seconds: number): string | null {
  if (startTime === null || seconds === 0) return startTime;
  const time = new Date(Date.parse(`${startTime}Z`) + 1000 * seconds);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, -1);
}
