import { ProblemError } from "../../problem.ts";
import type { LabelPlace } from "./beat-question.ts";

/** What stands above the rows of a Weka ARFF file. */
export interface ArffHeader {
  /** lines up to and with @data */
  readonly lines: number;
  /** where the rows begin in the text */
  readonly endsAt: number;
  /** where the nominal attribute, which is the class, stands; null where there is none */
  readonly labelPlace: LabelPlace | null;
  readonly attributes: readonly string[];
}

const STARTS = /^\s*@(?:relation|attribute|data)\b/i;
const ATTRIBUTE = /^\s*@attribute\s+(?:'([^']*)'|"([^"]*)"|(\S+))\s+(\S.*)$/i;
const DATA = /^\s*@data\s*$/i;

/** Whether `body`, a file's text after its comments, is ARFF. */
export function isArff(body: string): boolean {
  return STARTS.test(body);
}

/**
 * Throws ProblemError `arff` where the header has no @data line, the rows are sparse, or the class is neither the first
 * nor the last attribute. `linesBefore` are the lines above `body`.
 */
export function readArffHeader(body: string, fileName: string, linesBefore: number): ArffHeader {
  const attributes: { readonly name: string; readonly isNominal: boolean }[] = [];
  let lines = 0;
  let from = 0;
  for (;;) {
    const newline = body.indexOf("\n", from);
    const line = newline < 0 ? body.slice(from) : body.slice(from, newline);
    lines++;
    from += line.length + 1;
    if (DATA.test(line)) break;
    if (newline < 0) {
      throw new ProblemError("arff", "this ARFF file has no line @data, after which its rows would begin", "Choose the complete file", { file: fileName, line: linesBefore + lines });
    }
    const found = ATTRIBUTE.exec(line);
    if (found) attributes.push({ name: found[1] || found[2] || found[3], isNominal: found[4].startsWith("{") });
  }
  if (/^\s*\{/.test(body.slice(from))) {
    throw new ProblemError("arff", "the rows are written in the sparse form of ARFF, which cannot be read here", "Save the file with all values of each row", {
      file: fileName,
      line: linesBefore + lines + 1,
    });
  }
  const nominal = attributes.findIndex(({ isNominal }) => isNominal);
  if (nominal > 0 && nominal < attributes.length - 1) {
    throw new ProblemError("arff", "the class is neither the first nor the last attribute", "Put it last", { file: fileName, line: linesBefore + lines });
  }
  return {
    lines,
    endsAt: Math.min(from, body.length),
    labelPlace: nominal < 0 ? null : nominal === 0 ? "first" : "last",
    attributes: attributes.map(({ name }) => name),
  };
}
