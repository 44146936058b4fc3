import type { CaseEnd } from "./run-case.ts";

/** What a process of cases is told: numbers of cases from `from` up to `to`. */
export interface Order {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** What it tells: which case it begins, and how one ended. */
export type Report =
  | { readonly kind: "begins"; readonly index: number }
  | { readonly kind: "ended"; readonly index: number; readonly end: CaseEnd; readonly cpuS: number; readonly residentBytes: number };
