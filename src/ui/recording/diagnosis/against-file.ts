import type { StatedDiagnoses } from "../../../ecg/recording/stated-diagnoses.ts";
import type { MarkKind } from "../../../ecg/drawing/plot-points.ts";
import { SUPERCLASSES } from "../../../models/recording-model.ts";

const MOST_SAID = 12;

/** A finding beside the class that the file states: the mark is that of all plots, cross = true, dot = predicted, ring = both. */
export interface AgainstFile {
  readonly mark: MarkKind | null;
  readonly word: string;
}

/** Whether a class that is reported or not is one of those that the file states. */
export function againstFile(isReported: boolean, isStated: boolean): AgainstFile {
  if (isStated) return isReported ? { mark: "agreed", word: "hit" } : { mark: "true", word: "missed" };
  return isReported ? { mark: "predicted", word: "false alarm" } : { mark: null, word: "not in the file" };
}

/** What the file states, in a sentence. */
export function statedText({ file, terminology, statements, superclasses }: StatedDiagnoses): string {
  const more = statements.length > MOST_SAID ? ` and ${statements.length - MOST_SAID} more` : "";
  const listed = statements.slice(0, MOST_SAID).join(terminology === "words" ? "; " : ", ") + more;
  const said = terminology === "words" ? listed : `${listed} (${terminology})`;
  if (superclasses === null) return `${file} states: ${said}. Which superclasses these belong to is not known here.`;
  const names = SUPERCLASSES.filter(({ code }) => superclasses.includes(code)).map(({ code, name }) => `${code} ${name}`);
  return `${file} states: ${said}, so ${names.length === 0 ? "none of the five" : names.join(" and ")}.`;
}
