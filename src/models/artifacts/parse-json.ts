import { ProblemError } from "../../ecg/problem.ts";

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What a file of the user's holds. Throws a ProblemError with the code and the advice where it is no JSON. */
export function parseJson(bytes: Uint8Array, { file, code, advice }: { readonly file: string; readonly code: string; readonly advice: string }): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError(code, "this is no JSON", advice, { file }, { cause });
  }
}
