import { formatTable, median } from "../table.ts";
import { STAGES, type RecordingTimes } from "./recordings.ts";

/** From file to events, in Node on one core. */
const BUDGET_S = 2;

/** The bench of recordings as it is printed. */
export function recordingsText({ beats, events, stagesS, totalsS, detectors, mneVersion }: RecordingTimes): string {
  const ours = median(detectors[0].runsS);
  const percent = (share: number) => (100 * share).toFixed(2);
  const stages = formatTable(
    [`Half an hour at 360 Hz in Node: ${beats.toLocaleString("en")} beats, ${events} events`, "s", "budget"],
    [...STAGES.map((stage) => [stage, median(stagesS[stage]).toFixed(3), ""]), ["from file to events", median(totalsS).toFixed(3), `${BUDGET_S} s`]],
  );
  const peers = formatTable(
    ["R peaks of the same half hour", "s", "of ours", "Se %", "+P %"],
    detectors.map(({ name, runsS, sensitivity, positivePredictivity }) => {
      return [name, median(runsS).toFixed(3), `${(median(runsS) / ours).toFixed(1)} ×`, percent(sensitivity), percent(positivePredictivity)];
    }),
  );
  const note = "Se and +P: on the annotated ten minutes of the shipped sample, within 150 ms; one record, of those that our detector was chosen on.";
  return [stages, "", peers, note, ...(mneVersion === null ? ["No Python with MNE is in reach, so its detector was not run."] : [])].join("\n");
}
