/** What somebody diagnosed, as the files of a recording say it. */
export interface StatedDiagnoses {
  /** name of the file that says it */
  readonly file: string;
  readonly terminology: "SCP-ECG" | "SNOMED CT" | "words";
  /** codes of that terminology, or the words themselves */
  readonly statements: readonly string[];
  /** of PTB-XL's five, e.g. "MI"; null where nothing says which of them the statements belong to */
  readonly superclasses: readonly string[] | null;
}
