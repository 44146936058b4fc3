import { ProblemError, toProblem, type Place } from "../ecg/problem.ts";
import type { FileQuestion, IsolineError } from "./types.ts";

/** Where in a call's input a problem lies, beside where in a file. */
interface CallPlace extends Place {
  readonly path?: string;
}

/** A failure as a caller gets it: an Error within the page, and with the same fields as JSON in a message. */
export class CallError extends Error implements IsolineError {
  override readonly name = "CallError";
  readonly code: string;
  readonly sentence: string;
  readonly place: CallPlace;
  readonly question?: FileQuestion;

  constructor({ code, sentence, place, question }: IsolineError, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
    this.sentence = sentence;
    this.place = place;
    if (question !== undefined) this.question = question;
  }
}

/** Input that is not of the shape the call takes. */
export function malformed(what: string, path = ""): CallError {
  const { code, sentence, place } = new ProblemError("malformed", `${path === "" ? "" : `${path}: `}${what}`, "See the page Interface for what the call takes");
  return new CallError({ code, sentence, place: path === "" ? place : { ...place, path } });
}

export const refused = (code: string, what: string, advice: string): CallError => toCallError(new ProblemError(code, what, advice));

export function toCallError(cause: unknown): CallError {
  return cause instanceof CallError ? cause : new CallError(toProblem(cause), { cause });
}

/** As it stands in a message. */
export function toErrorJson({ code, sentence, place, question }: CallError): IsolineError {
  return { code, sentence, place, ...(question !== undefined && { question }) };
}
