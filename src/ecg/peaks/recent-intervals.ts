const REMEMBERED = 8;
/** Shares of the usual RR interval between which a new one is usual as well, and after which a beat has been missed. */
const USUAL = { from: 0.92, to: 1.16 };
const MISSED = 1.66;

/** Pan and Tompkins' two averages of RR intervals (samples): of the last eight, and of the last eight that were usual. */
export class RecentIntervals {
  private readonly last: number[] = [];
  private readonly usual: number[] = [];

  add(interval: number): void {
    remember(this.last, interval);
    const average = mean(this.usual);
    const isUsual = interval >= USUAL.from * average && interval <= USUAL.to * average;
    if (this.usual.length === 0 || isUsual) remember(this.usual, interval);
    // A steady rhythm of another rate becomes the usual one.
    else if (!this.irregular) this.usual.splice(0, Infinity, ...this.last);
  }

  /** Some of the last intervals were unusual for what is usual among them. */
  get irregular(): boolean {
    const average = mean(this.last);
    return this.last.some((interval) => interval < USUAL.from * average || interval > USUAL.to * average);
  }

  get missedAfter(): number {
    return this.usual.length === 0 ? Infinity : MISSED * mean(this.usual);
  }
}

function remember(intervals: number[], interval: number): void {
  intervals.push(interval);
  if (intervals.length > REMEMBERED) intervals.shift();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
