import { encodeCard, type BeatModelCard, type ModelCard } from "../card.ts";
import type { TrainingInput, TrainRequest } from "./training-job.ts";

/** The card of a version trained in the app: what it says of data, split, limits and licence is of the site's own data, not of the published ones. */
export function siteCard(card: Uint8Array, { data, start }: TrainRequest): Uint8Array<ArrayBuffer> {
  const written = JSON.parse(new TextDecoder().decode(card)) as BeatModelCard | ModelCard;
  const from = start === null ? "from scratch" : `from the weights of version ${start.version}`;
  const site = {
    split: `Trained in the app, ${from}: ${partsOf(data)}. ${data.splitSentence}`,
    limits: ["Trained on this site’s own data and measured by nobody else. It may do worse on other patients, devices and leads.", "Its figures are those of the frozen evaluation set that it was compared on, in the registry."],
    licence: "Weights and data belong to the site that trained it",
  };
  const trainedOn = { name: data.name, sha256: data.sha256, rows: rowsOf(data) };
  const patients = data.kind === "heart-rate" ? data.patients.length : 0;
  return new Uint8Array(encodeCard("patients" in written.trainedOn ? { ...(written as ModelCard), ...site, trainedOn: { ...trainedOn, patients }, metrics: null } : { ...(written as BeatModelCard), ...site, trainedOn, metrics: [] }));
}

function partsOf(data: TrainingInput): string {
  if (data.kind === "heart-rate") return `${data.patients.length} patients trained it`;
  return `${data.split.training.length} labelled beats trained it and ${data.split.validation.length} others chose the epoch`;
}

const rowsOf = (data: TrainingInput): number => (data.kind === "beats" ? data.beats.count : data.patients.reduce((sum, { label }) => sum + label.length, 0));
