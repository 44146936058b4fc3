import { ProblemError } from "../../ecg/problem.ts";

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing of ours is nested nearly as deep, and what walks through the value needs a stack. */
const DEEPEST = 200;
const [QUOTE, ESCAPE, BRACKET_BIT] = [0x22, 0x5c, 0x20];
const [OPEN, CLOSE] = [0x7b, 0x7d];

/** What a file of the user's holds. Throws a ProblemError with the code and the advice where it is no JSON, or nested too deeply. */
export function parseJson(bytes: Uint8Array, { file, code, advice }: { readonly file: string; readonly code: string; readonly advice: string }): unknown {
  if (isDeep(bytes)) throw new ProblemError(code, `this JSON is nested deeper than ${DEEPEST} levels`, advice, { file });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError(code, "this is no JSON", advice, { file }, { cause });
  }
}

/** By the brackets outside texts; "[" and "]" are "{" and "}" without one bit. */
function isDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (isText) {
      if (byte === ESCAPE) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if ((byte | BRACKET_BIT) === OPEN && ++depth > DEEPEST) return true;
    else if ((byte | BRACKET_BIT) === CLOSE) depth--;
  }
  return false;
}
