import { CLASSES } from "../beats/classes.ts";

/** What a WFDB annotation code means. */
export interface AnnotationKind {
  readonly code: number;
  /** as annotation listings and viewers print it */
  readonly letter: string;
  readonly name: string;
  /** index into CLASSES.aami for marks of a beat, else null */
  readonly beatClass: number | null;
}

type AamiCode = "N" | "S" | "V" | "F" | "Q";

/**
 * Codes and letters of WFDB's ecgcodes.h with the beat classes of ANSI/AAMI EC57 as its ecgmap.h gives them: escape beats
 * of atrium and node are N, as bundle branch blocks are. Flutter waves and blocked P waves are no beats.
 */
const KINDS: readonly (readonly [code: number, letter: string, name: string, beat?: AamiCode])[] = [
  [1, "N", "Normal beat", "N"],
  [2, "L", "Left bundle branch block beat", "N"],
  [3, "R", "Right bundle branch block beat", "N"],
  [4, "a", "Aberrated atrial premature beat", "S"],
  [5, "V", "Premature ventricular contraction", "V"],
  [6, "F", "Fusion of ventricular and normal beat", "F"],
  [7, "J", "Nodal premature beat", "S"],
  [8, "A", "Atrial premature beat", "S"],
  [9, "S", "Supraventricular premature or ectopic beat", "S"],
  [10, "E", "Ventricular escape beat", "V"],
  [11, "j", "Nodal escape beat", "N"],
  [12, "/", "Paced beat", "Q"],
  [13, "Q", "Unclassifiable beat", "Q"],
  [14, "~", "Change in signal quality"],
  [16, "|", "Isolated QRS-like artefact"],
  [18, "s", "ST change"],
  [19, "T", "T-wave change"],
  [20, "*", "Systole"],
  [21, "D", "Diastole"],
  [22, '"', "Comment"],
  [23, "=", "Measurement"],
  [24, "p", "P-wave peak"],
  [25, "B", "Bundle branch block beat", "N"],
  [26, "^", "Pacemaker artefact"],
  [27, "t", "T-wave peak"],
  [28, "+", "Rhythm change"],
  [29, "u", "U-wave peak"],
  [30, "?", "Beat not classified while learning", "Q"],
  [31, "!", "Ventricular flutter wave"],
  [32, "[", "Start of ventricular flutter or fibrillation"],
  [33, "]", "End of ventricular flutter or fibrillation"],
  [34, "e", "Atrial escape beat", "N"],
  [35, "n", "Supraventricular escape beat", "S"],
  [36, "@", "Link to external data"],
  [37, "x", "Non-conducted P wave"],
  [38, "f", "Fusion of paced and normal beat", "Q"],
  [39, "(", "Waveform onset"],
  [40, ")", "Waveform end"],
  [41, "r", "R-on-T premature ventricular contraction", "V"],
];

/** Highest code that a WFDB annotation can have; 42 to 49 are for a program's own use. */
export const HIGHEST_CODE = 49;

export const ANNOTATION_KINDS: ReadonlyMap<number, AnnotationKind> = new Map(
  KINDS.map(([code, letter, name, beat]) => [
    code,
    { code, letter, name, beatClass: beat === undefined ? null : CLASSES.aami.findIndex((beatClass) => beatClass.code === beat) },
  ]),
);

const CODE_OF_LETTER: ReadonlyMap<string, number> = new Map(KINDS.map(([code, letter]) => [letter, code]));

/** The code that is printed as this letter, null where there is none. */
export function annotationCodeOf(letter: string): number | null {
  return CODE_OF_LETTER.get(letter) ?? null;
}

/** Index into CLASSES.aami of the beat that a code marks; null where it marks no beat. */
export function beatClassOf(code: number): number | null {
  return ANNOTATION_KINDS.get(code)?.beatClass ?? null;
}
