import { CLASSES } from "../../ecg/beats/classes.ts";
import type { ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";
import type { ClassEvaluation, RecordingsEvaluation } from "./evaluate-arrhythmia.ts";
import { alignColumns, countText } from "./text-table.ts";

const CODES = CLASSES.aami.map(({ code }) => code);

/** The evaluation as plain text: R peaks by record, then the classes of beats counted in three ways, then classes by record. */
export function arrhythmiaEvaluationText(evaluation: RecordingsEvaluation): string {
  const { perRecord, classifiedRecords, beats, beatsAtOwnPeaks, ec57 } = evaluation;
  const learntFrom = Object.keys(perRecord).filter((record) => perRecord[record].isLearntFrom);
  return [
    ...rPeakLines(evaluation),
    "",
    `Classes of beats across patients, over ${countText(classifiedRecords.length)} records; one class against all others, in %.`,
    ...(learntFrom.length === 0 ? [] : [`Left out, since the model has learnt from them: ${learntFrom.join(" ")}.`]),
    ...(classifiedRecords.length === 0 ? [] : [
      ...block("At annotated R peaks, whole record", beats),
      ...block("At the R peaks found, whole record", beatsAtOwnPeaks),
      ...block("EC57-style: at the R peaks found, from 5 minutes on; F and Q named V, and Q named S, are not counted as false", ec57),
      ...block("The same at annotated R peaks", ec57.atAnnotatedPeaks),
      "",
      "By record, at annotated R peaks, whole record",
      ...alignColumns([
        ["record", "accuracy", ...["S", "V"].flatMap((code) => [`${code} beats`, `${code} Se`, `${code} +P`, `${code} FPR`])],
        ...classifiedRecords.map((record) => recordRow(record, perRecord[record].beats)),
      ]),
    ]),
  ].join("\n");
}

function rPeakLines({ rPeaks, perRecord }: RecordingsEvaluation): string[] {
  const row = (name: string, { tolerance150, tolerance50, meanAbsoluteErrorMs }: RecordingsEvaluation["rPeaks"]) => {
    const shares = [tolerance150.sensitivity, tolerance150.positivePredictivity, tolerance50.sensitivity, tolerance50.positivePredictivity];
    return [name, ...shares.map(percent), meanAbsoluteErrorMs?.toFixed(2) ?? "–"];
  };
  const flutter = Object.entries(perRecord).flatMap(([record, { flutter: { episodes, durationS, detected } }]) =>
    episodes === 0 ? [] : [`${record}: ${episodes} episodes of ventricular flutter, ${durationS.toFixed(1)} s with ${detected} detections, are left out of all figures.`],
  );
  return [
    "R peaks, whole record, EC57-style: matched within 150 ms and within 50 ms; shares in %",
    ...alignColumns([["record", "Se 150", "+P 150", "Se 50", "+P 50", "error ms"], ...Object.entries(perRecord).map(([record, own]) => row(record, own.rPeaks)), row("all", rPeaks)]),
    ...flutter,
  ];
}

function block(title: string, { accuracy, perClass, confusion }: ClassEvaluation): string[] {
  return [
    "",
    `${title}: accuracy ${percent(accuracy)}`,
    ...alignColumns([
      ["class", "beats", "Se", "+P", "FPR"],
      ...CODES.map((code) => {
        const { support, sensitivity, positivePredictivity, falsePositiveRate } = perClass[code];
        return [code, countText(support), percent(sensitivity), percent(positivePredictivity), percent(falsePositiveRate)];
      }),
    ]),
    ...matrixLines(confusion),
  ];
}

function matrixLines(confusion: ConfusionMatrix): string[] {
  const isOfPeaks = confusion.length > CODES.length;
  const columns = isOfPeaks ? [...CODES, "missed"] : CODES;
  const rows = isOfPeaks ? [...CODES, "no beat"] : CODES;
  return alignColumns([["annotated \\ named", ...columns], ...confusion.map((row, own) => [rows[own], ...row.map(countText)])]);
}

function recordRow(record: string, { accuracy, perClass }: ClassEvaluation): string[] {
  return [
    record,
    percent(accuracy),
    ...["S", "V"].flatMap((code) => {
      const { support, sensitivity, positivePredictivity, falsePositiveRate } = perClass[code];
      return [countText(support), percent(sensitivity), percent(positivePredictivity), percent(falsePositiveRate)];
    }),
  ];
}

function percent(share: number | null): string {
  return share === null ? "–" : (100 * share).toFixed(2);
}
