import { ProblemError } from "../../problem.ts";
import { beatRowsIf, type BeatHead } from "./beat-head.ts";
import { isModelLength, samplesInRow, type BeatLayout } from "./beat-layout.ts";
import type { BeatAnswers, BeatQuestion } from "./beat-question.ts";
import { formOf, numberOf, type BeatGuess } from "./guess-beats.ts";
import { schemeOf } from "./label-coding.ts";

const QUESTION_ROWS = 8;
/** Fewer samples cannot show a heartbeat's shape. */
const LEAST_SAMPLES = 20;
/** Below, the QRS complex is lost; above, no electrocardiograph records. */
const RATE_HZ = { min: 50, max: 10_000 } as const;
/** A row that lasts shorter holds no heartbeat, one that lasts longer more than one. */
const DURATION_S = { min: 0.2, max: 3 } as const;

export function beatQuestion(head: BeatHead, guess: BeatGuess): BeatQuestion {
  return {
    kind: "beats",
    fileName: head.file.name,
    reasons: guess.reasons,
    isLayoutSure: guess.isLayoutSure,
    cellsPerRow: head.cellsPerRow,
    firstRows: beatRowsIf(head, head.hasHeader)
      .slice(0, QUESTION_ROWS)
      .map((cells) => Float64Array.from({ length: head.cellsPerRow }, (_, column) => numberOf(cells[column] ?? "", head))),
    guess: guess.answers,
  };
}

interface Guessed {
  readonly head: BeatHead;
  readonly guess: BeatGuess;
}

/** Whether an answer for one file is an answer for the other: rows of the same cells. */
export function isSameBeatLayout(a: Guessed, b: Guessed): boolean {
  const [one, other] = [a.guess.answers, b.guess.answers];
  return a.head.cellsPerRow === b.head.cellsPerRow && one.hasIndex === other.hasIndex && one.labelPlace === other.labelPlace && one.coding === other.coding;
}

/**
 * The layout as guessed or as the user states it. Throws ProblemError: `import-answers` where the class is placed but not
 * named or the sampling rate is missing; `too-few-samples`, `absurd-rate` where resampling makes no sense.
 */
export function layoutOfAnswers(head: BeatHead, answers: BeatAnswers): BeatLayout {
  const file = head.file.name;
  const { hasHeader, hasIndex, labelPlace } = answers;
  const coding = labelPlace === "none" ? null : answers.coding;
  const samples = samplesInRow({ cellsPerRow: head.cellsPerRow, hasIndex, labelPlace });
  if (labelPlace !== "none" && coding === null) {
    throw new ProblemError("import-answers", "it was not said what the classes mean", "Choose the classes, or say that there are none", { file });
  }
  if (hasHeader && head.rows.length === 1) {
    throw new ProblemError("import-answers", "the file has one row only, and it was said to be the header", "Say that there is no header", { file });
  }
  const layout = { form: formOf(head, answers), hasHeader, hasIndex, labelPlace, coding, cellsPerRow: head.cellsPerRow };
  if (isModelLength(samples)) return { ...layout, samplingRateHz: null };
  refuseAbsurdRate(samples, answers.samplingRateHz, file);
  return { ...layout, samplingRateHz: answers.samplingRateHz };
}

function refuseAbsurdRate(samples: number, samplingRateHz: number | null, file: string): void {
  if (samples < LEAST_SAMPLES) {
    throw new ProblemError("too-few-samples", `a row has ${samples} samples, too few to show the shape of a heartbeat`, `Use beats of at least ${LEAST_SAMPLES} samples, best 187 at 125 Hz`, { file });
  }
  if (samplingRateHz === null) {
    throw new ProblemError("import-answers", `a row has ${samples} samples, and it was not said at which rate they were taken`, "State the sampling rate, so that the beats can be resampled", { file });
  }
  const durationS = samples / samplingRateHz;
  if (!(samplingRateHz >= RATE_HZ.min && samplingRateHz <= RATE_HZ.max)) {
    throw new ProblemError("absurd-rate", `a sampling rate of ${samplingRateHz} Hz cannot be used`, `State the rate of the recording, ${RATE_HZ.min} to ${RATE_HZ.max.toLocaleString("en-US")} Hz`, { file });
  }
  if (durationS < DURATION_S.min || durationS > DURATION_S.max) {
    const why = durationS < DURATION_S.min ? "too short for a heartbeat" : "longer than one heartbeat";
    throw new ProblemError("absurd-rate", `${samples} samples at ${samplingRateHz} Hz last ${durationS.toPrecision(2)} s, ${why}`, "Check the sampling rate; each row must hold one heartbeat", { file });
  }
}

/** Throws ProblemError `mixed-beats` where files cannot share one table: other lengths, classes or sampling rates. */
export function requireFittingBeats(fileNames: readonly string[], layouts: readonly BeatLayout[]): void {
  const schemes = layouts.map(({ coding }) => coding && schemeOf(coding));
  const labelled = schemes.findIndex((scheme) => scheme !== null);
  layouts.forEach((layout, file) => {
    const refuse = (what: string) => new ProblemError("mixed-beats", what, "Open the files apart", { file: fileNames[file] });
    const [samples, firstSamples] = [samplesInRow(layout), samplesInRow(layouts[0])];
    if (samples !== firstSamples) throw refuse(`its beats have ${samples} samples and those of ${fileNames[0]} have ${firstSamples}`);
    if (layout.samplingRateHz !== layouts[0].samplingRateHz) throw refuse(`its sampling rate is another than that of ${fileNames[0]}`);
    if (schemes[file] !== null && schemes[file] !== schemes[labelled]) throw refuse(`its classes are others than those of ${fileNames[labelled]}`);
  });
}
