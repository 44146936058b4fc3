import type { StatedDiagnoses } from "../../../recording/stated-diagnoses.ts";

/** "#Dx: 426177001,164934002" of the 2020 and 2021 Challenges: codes of SNOMED CT. */
const CHALLENGE = /^dx\s*:(.*)$/i;
/** "#<diagnoses>:" of LUDB: every line that follows is one. */
const LUDB = /^<diagnoses>\s*:/i;

/**
 * What a header's comments state as diagnoses; null where they state none. SNOMED CT's codes are not mapped to the
 * superclasses of PTB-XL: the Challenges publish no such mapping.
 */
export function diagnosesOf(comments: readonly string[], file: string): StatedDiagnoses | null {
  const codes = comments.map((comment) => CHALLENGE.exec(comment)).find((match) => match !== null)?.[1];
  if (codes !== undefined) return stated(codes.split(",").filter((code) => /^\s*\d+\s*$/.test(code)), { file, terminology: "SNOMED CT" });
  const ludb = comments.findIndex((comment) => LUDB.test(comment));
  return ludb < 0 ? null : stated(comments.slice(ludb + 1).map((words) => words.replace(/\.$/, "")), { file, terminology: "words" });
}

function stated(texts: readonly string[], source: Pick<StatedDiagnoses, "file" | "terminology">): StatedDiagnoses | null {
  const statements = texts.map((text) => text.trim()).filter((text) => text !== "");
  return statements.length === 0 ? null : { ...source, statements, superclasses: null };
}
