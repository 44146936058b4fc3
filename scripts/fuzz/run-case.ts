import { ProblemError } from "../../src/ecg/problem.ts";
import type { AllocationWatch } from "./allocations.ts";
import type { FuzzCase } from "./fuzz-target.ts";
import { LIMITS } from "./limits.ts";

export type FaultKind = "untyped-error" | "hang" | "memory" | "pollution" | "crash";

/** How a case ended: read, refused by a typed error of a code, or in a fault. */
export type CaseEnd =
  | { readonly kind: "result"; readonly what: string }
  | { readonly kind: "problem"; readonly code: string }
  | { readonly kind: "fault"; readonly fault: FaultKind; readonly why: string };

export interface CaseWatch {
  readonly allocations: AllocationWatch;
  /** the name of a property of a prototype that was changed, or null */
  readonly pollution: () => string | null;
}

/** Runs one case under watch. Never throws. */
export async function runCase(fuzzCase: FuzzCase, { allocations, pollution }: CaseWatch): Promise<CaseEnd> {
  allocations.take();
  const end = await outcomeOf(() => fuzzCase.run());
  const polluted = pollution();
  if (polluted !== null) return { kind: "fault", fault: "pollution", why: `${polluted} was changed` };
  const allowed = LIMITS.allocatedBytes + LIMITS.allocatedPerInputByte * fuzzCase.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const allocated = allocations.take();
  if (allocated > allowed) return { kind: "fault", fault: "memory", why: `${Math.round(allocated / 2 ** 20)} MiB were asked for, and ${Math.round(allowed / 2 ** 20)} are allowed` };
  return end;
}

async function outcomeOf(run: () => Promise<string>): Promise<CaseEnd> {
  try {
    return { kind: "result", what: await run() };
  } catch (cause) {
    if (cause instanceof ProblemError && isSentence(cause.sentence)) return { kind: "problem", code: cause.code };
    return { kind: "fault", fault: "untyped-error", why: describe(cause) };
  }
}

/** What a user would read: no more of the file than a few quoted values, and no value that only a program can have meant. */
const isSentence = (sentence: string): boolean => sentence.length < 5000 && !sentence.includes("[object Object]");

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return `thrown: ${String(cause)}`.slice(0, 500);
  return `${cause.name}: ${cause.message}`.slice(0, 400) + (cause.stack ?? "").split("\n").filter((line) => line.includes("    at ")).slice(0, 8).map((line) => `\n${line}`).join("");
}
