import { parseDocument, stringify } from "yaml";
import { ProblemError } from "../../../ecg/problem.ts";

/** What PyYAML does not print, or reads as the end of a line. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

export type YamlValue = string | number | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A meta.yaml that PyYAML (YAML 1.1) reads back: texts in quotes, so that none turns into a number, a date or a truth value. */
export function writeYaml(record: Readonly<Record<string, YamlValue>>): string {
  const text = stringify(record, { version: "1.1", defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0, sortMapEntries: true });
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A dataset's schema and profile are the longest of what stands in a meta.yaml: MLflow cuts them far below. */
const MOST_CHARACTERS = 1 << 19;
/** The parser takes a thousandfold longer for what is no text in quotes. */
const MOST_UNQUOTED = 1 << 13;
const QUOTED = /"(?:[^"\\]|\\[^])*"|'[^']*'/g;
const DEEPEST = 64;

/**
 * A mapping of a YAML file. Every scalar is given as it is written: what is a number is for the reader to say, since YAML 1.1
 * and 1.2 disagree. Throws a ProblemError "bad-run-file".
 */
export function readYaml(text: string, file: string): ReadonlyMap<string, unknown> {
  if (text.length > MOST_CHARACTERS || text.replaceAll(QUOTED, "").length > MOST_UNQUOTED) throw notYaml(file, "it is longer than any of MLflow's");
  if (isDeep(text)) throw notYaml(file, `it is nested deeper than ${DEEPEST} levels`);
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent", uniqueKeys: false, prettyErrors: false });
  if (document.errors.length > 0) throw notYaml(file, document.errors[0].message.split("\n")[0], document.errors[0]);
  try {
    const content: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
    if (content instanceof Map) return new Map([...content].map(([key, value]) => [String(key), value]));
  } catch (cause) {
    throw notYaml(file, "it refers to itself", cause);
  }
  throw notYaml(file, "it is no mapping");
}

const notYaml = (file: string, what: string, cause?: unknown): ProblemError =>
  new ProblemError("bad-run-file", `this is no YAML that MLflow writes: ${what.replace(/(?<![.:\s])[.:\s]+$/, "")}`, "Export the runs anew", { file }, { cause });

/** The parser calls itself for each level, and some browsers give up the whole page where that is too deep. Brackets within texts count too. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return text.split("\n").some((line) => (/^ */.exec(line)?.[0].length ?? 0) > DEEPEST || (/^[-?:]/.test(line.trimStart()) && line.split(/[-?:](?=\s)/, DEEPEST + 2).length > DEEPEST + 1));
}
