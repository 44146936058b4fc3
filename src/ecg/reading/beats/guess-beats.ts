import { CLASSES } from "../../beats/classes.ts";
import { HEARTBEAT_SAMPLES } from "../../beats/resample.ts";
import type { BeatForm } from "../../beats/table.ts";
import { isMissingMark, parseNumber, UNREADABLE } from "../number-cell.ts";
import type { BeatAnswers, LabelPlace } from "./beat-question.ts";
import { beatRowsIf, type BeatHead } from "./beat-head.ts";
import { ECG5000_SAMPLES, isModelLength, samplesInRow } from "./beat-layout.ts";
import { unwrapped } from "./class-cell.ts";
import { schemeOf, type LabelCoding } from "./label-coding.ts";

/** How the reader would read a beat table, and why it is not sure (`reasons` is empty where it is). */
export interface BeatGuess {
  readonly answers: BeatAnswers;
  readonly reasons: readonly string[];
  /** nothing but what the classes mean is in doubt */
  readonly isLayoutSure: boolean;
}

type Places = Pick<BeatAnswers, "hasIndex" | "labelPlace">;

const INDEX_NAMES = new Set(["", "index", "unnamed: 0", "unnamed", "id", "row"]);
const LABEL_NAMES = new Set(["class", "label", "target", "y", "category", "type", "annotation"]);
const CODES = new Set(Object.values(CLASSES).flatMap((classes) => classes.map(({ code }) => code.toLowerCase())));
/** No scheme has a class beyond. */
const HIGHEST_CLASS = 5;
/** Of so many beats of the heartbeat CSV, one is nearly always of a class above 1. */
const TELLING_ROWS = 20;
/** Consecutive whole numbers in so many rows are an index: there are fewer classes. */
const INDEX_ROWS = 7;

const TUTORIAL_REASON =
  "The beats have 140 samples and are labelled 0 or 1. In the ECG file of the TensorFlow tutorial, 1 is a normal beat and 0 an abnormal one; nothing in the file says whether that holds here.";

const PTB_REASON =
  "The beats have 187 samples as in the heartbeat CSV, and the first of them are labelled 0 or 1 only. There, 1 is a supraventricular beat; in the PTB files of the same form it is an abnormal one.";

export function guessBeats(head: BeatHead): BeatGuess {
  const rows = beatRowsIf(head, head.hasHeader);
  const names = head.hasHeader ? head.rows[0].cells.map((name) => name.toLowerCase()) : [];
  const ofLayout: string[] = [];
  const ofClasses: string[] = [];
  const { hasIndex, labelPlace } = guessPlaces(head, rows, names, ofLayout);
  const samples = samplesInRow({ cellsPerRow: head.cellsPerRow, hasIndex, labelPlace });
  const labels = labelPlace === "none" ? [] : rows.map((cells) => cells[labelPlace === "last" ? head.cellsPerRow - 1 : hasIndex ? 1 : 0] ?? "");
  const coding = labelPlace === "none" ? null : guessCoding(labels, { head, samples, reasons: ofClasses });
  if (!isModelLength(samples)) {
    ofLayout.push(
      `A row has ${samples} samples. The models take beats of 187 samples at 125 samples a second, or of 140 as in ECG5000; with the sampling rate of this file its beats can be resampled to 187.`,
    );
  }
  return {
    answers: { kind: "beats", hasHeader: head.hasHeader, hasIndex, labelPlace, coding, samplingRateHz: null },
    reasons: [...ofLayout, ...ofClasses],
    isLayoutSure: ofLayout.length === 0,
  };
}

export function formOf({ arff, cellsPerRow }: BeatHead, answers: BeatAnswers): BeatForm {
  const samples = samplesInRow({ cellsPerRow, ...answers });
  const { labelPlace, coding } = answers;
  if (arff) return "arff";
  if (samples === HEARTBEAT_SAMPLES && labelPlace !== "first") return "heartbeat-csv";
  if (samples === ECG5000_SAMPLES && labelPlace === "last" && coding === "one-normal") return "tutorial-csv";
  if (samples === ECG5000_SAMPLES && labelPlace === "first") return "ucr";
  return "other";
}

/** A cell as a number, NaN where it is none; of a class also where it is quoted. */
export function numberOf(cell: string, { dialect }: Pick<BeatHead, "dialect">): number {
  const bare = unwrapped(cell);
  const value = parseNumber(bare, 0, bare.length, dialect.decimal);
  return value === UNREADABLE ? NaN : value;
}

function guessPlaces(head: BeatHead, rows: readonly (readonly string[])[], names: readonly string[], reasons: string[]): Places {
  const { arff, cellsPerRow } = head;
  if (arff?.labelPlace) return { hasIndex: false, labelPlace: arff.labelPlace };
  const column = (at: number) => rows.map((cells) => cells[at] ?? "");
  const isClass = (at: number) => isClassColumn(column(at), head);
  const first = column(0).map((cell) => numberOf(cell, head));
  const known = [HEARTBEAT_SAMPLES, ECG5000_SAMPLES].find((samples) => cellsPerRow >= samples && cellsPerRow <= samples + 2);
  const extra = known === undefined ? null : cellsPerRow - known;
  const isNamedIndex = names.length === cellsPerRow && INDEX_NAMES.has(names[0]);
  const hasFractions = rows.some((cells) => cells.slice(1, -1).some((cell) => !Number.isInteger(numberOf(cell, head))));
  const hasIndex = extra !== 0 && (isNamedIndex || isCounting(first, extra !== null && hasFractions));
  const afterIndex = hasIndex ? 1 : 0;
  const named = namedLabel(names, afterIndex);
  if (named !== null) return { hasIndex, labelPlace: named };

  if (extra === 0 || (extra === 1 && hasIndex)) return { hasIndex, labelPlace: "none" };
  const last = isClass(cellsPerRow - 1);
  const leading = isClass(afterIndex);
  if (extra === 1 || (extra === 2 && hasIndex)) {
    if (last && leading) {
      const labelPlace = tellApart(column(afterIndex).map((cell) => numberOf(cell, head)), known === HEARTBEAT_SAMPLES);
      if (labelPlace === null) reasons.push("Both the first and the last cell of each row could be the class.");
      return { hasIndex, labelPlace: labelPlace ?? "first" };
    }
    if (last || leading) return { hasIndex, labelPlace: last ? "last" : "first" };
  }
  // Where all samples are whole numbers, a class among them cannot be told.
  return { hasIndex, labelPlace: !hasFractions ? "none" : last ? "last" : leading ? "first" : "none" };
}

/**
 * Where the class is if the last cells could be classes and the first ones, `leading`, too; null where that cannot be told.
 * The heartbeat CSV ends in zeros where its class is not last, and its samples, from 0 to 1, often begin at exactly 1.
 */
function tellApart(leading: readonly number[], isHeartbeat: boolean): LabelPlace | null {
  if (!isHeartbeat) return null;
  if (!leading.every(Number.isInteger)) return "last";
  if (leading.some((value) => value > 1)) return "first";
  return leading.every((value) => value === 0) ? null : "last";
}

function namedLabel(names: readonly string[], afterIndex: number): LabelPlace | null {
  if (LABEL_NAMES.has(names.at(-1) ?? "")) return "last";
  return LABEL_NAMES.has(names.at(afterIndex) ?? "") ? "first" : null;
}

/** Consecutive whole numbers; `mayJump`: also those that only differ, as an index of picked rows does. */
function isCounting(values: readonly number[], mayJump: boolean): boolean {
  if (!values.every((value) => Number.isInteger(value) && value >= 0)) return false;
  const highest = Math.max(...values);
  const isConsecutive = values.length > 1 && values.every((value, i) => i === 0 || value === values[i - 1] + 1);
  if (isConsecutive) return values.length >= INDEX_ROWS || highest > HIGHEST_CLASS;
  return mayJump && highest > HIGHEST_CLASS && new Set(values).size === values.length;
}

/** Whether most cells are small whole numbers or codes of classes: one that is not should be refused by its line, not move the class. */
function isClassColumn(cells: readonly string[], head: BeatHead): boolean {
  const filled = cells.filter((cell) => !isMissingMark(cell));
  const fitting = filled.filter((cell) => {
    const value = numberOf(cell, head);
    return Number.isNaN(value) ? CODES.has(unwrapped(cell).toLowerCase()) : Number.isInteger(value) && value >= 0 && value <= 9;
  });
  return filled.length > 0 && fitting.length > 0.5 * filled.length;
}

function guessCoding(labels: readonly string[], { head, samples, reasons }: { head: BeatHead; samples: number; reasons: string[] }): LabelCoding {
  const words = labels.map((label) => unwrapped(label).toLowerCase()).filter((label) => CODES.has(label));
  if (words.length > 0) return codingOfCodes(words);
  const numbers = labels.map((label) => numberOf(label, head)).filter((value) => Number.isInteger(value));
  const hasZero = numbers.includes(0);
  const highest = numbers.reduce((a, b) => Math.max(a, b), 0);
  if (samples === ECG5000_SAMPLES) {
    if (!hasZero) return "ecg5000";
    reasons.push(highest <= 1 ? TUTORIAL_REASON : "The beats have 140 samples as in ECG5000, whose classes are 1 to 5, and there is a class 0.");
    return highest <= 1 ? "one-normal" : "aami";
  }
  if (samples === HEARTBEAT_SAMPLES && highest === 1 && numbers.length >= TELLING_ROWS) reasons.push(PTB_REASON);
  if (hasZero || highest < HIGHEST_CLASS) return "aami";
  if (samples === HEARTBEAT_SAMPLES) reasons.push("The beats have 187 samples as in the heartbeat CSV, whose classes are 0 to 4, and there is a class 5 and no class 0.");
  return "ecg5000";
}

/** A class named by its code needs no number: either way to write two classes will do. */
function codingOfCodes(words: readonly string[]): LabelCoding {
  const matches = (coding: LabelCoding) => words.filter((word) => CLASSES[schemeOf(coding)].some(({ code }) => code.toLowerCase() === word)).length;
  return (["aami", "ecg5000", "one-normal"] as const).reduce((a, b) => (matches(b) > matches(a) ? b : a));
}
