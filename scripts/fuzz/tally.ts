import type { EndedCase } from "./case-process.ts";

/** What became of a target's cases. */
export class Tally {
  readonly target: string;
  cases = 0;
  results = 0;
  faults = 0;
  slowestS = 0;
  slowestIndex = 0;
  residentBytes = 0;
  readonly #codes = new Map<string, number>();

  constructor(target: string) {
    this.target = target;
  }

  add({ index, end, cpuS, residentBytes }: EndedCase): void {
    this.cases++;
    if (end.kind === "result") this.results++;
    if (end.kind === "problem") this.#codes.set(end.code, (this.#codes.get(end.code) ?? 0) + 1);
    if (end.kind === "fault") this.faults++;
    if (cpuS > this.slowestS) [this.slowestS, this.slowestIndex] = [cpuS, index];
    this.residentBytes = Math.max(this.residentBytes, residentBytes);
  }

  /** typed errors, the most frequent first */
  get codes(): readonly (readonly [code: string, count: number])[] {
    return [...this.#codes].sort((a, b) => b[1] - a[1]);
  }
}

/** A line a target, and below it the typed errors by code. */
export function tallyTable(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ target, cases, results, codes, faults, slowestS, slowestIndex, residentBytes }) => [
    target, whole(cases), whole(results), whole(codes.reduce((sum, [, count]) => sum + count, 0)), whole(faults), `${Math.round(1000 * slowestS)} ms (#${slowestIndex})`, `${Math.round(residentBytes / 2 ** 20)} MiB`,
  ]);
  const all = [["target", "cases", "results", "typed errors", "faults", "slowest case", "peak memory"], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
  const codes = tallies.map((tally) => `${tally.target}: ${tally.codes.map(([code, count]) => `${code} ${whole(count)}`).join(", ") || "no typed error"}`);
  return [...lines, "", "Typed errors by code", ...codes].join("\n");
}

const whole = (count: number): string => count.toLocaleString("en-US");
