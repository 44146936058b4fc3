import { UNLABELLED } from "../../ecg/table.ts";
import { encodeCard, type ArrhythmiaCard, type BeatModelCard, type ModelCard } from "../card.ts";
import type { TrainingInput, TrainRequest } from "./training-job.ts";

/** The card of a version trained in the app: what it says of data, split, limits and licence is of the site's own data, not of the published ones. */
export function siteCard(card: Uint8Array, { data, start }: TrainRequest): Uint8Array<ArrayBuffer> {
  const from = start === null ? "from scratch" : `from the weights of version ${start.version}`;
  const site = {
    split: `Trained in the app, ${from}: ${partsOf(data)}. ${data.splitSentence}`,
    limits: ["Trained on this site’s own data and measured by nobody else. It may do worse on other patients, devices and leads.", "Its figures are those of the frozen evaluation set that it was compared on, in the registry."],
    licence: "Weights and data belong to the site that trained it",
  };
  const trainedOn = { name: data.name, sha256: data.sha256, rows: rowsOf(data) };
  const written: unknown = JSON.parse(new TextDecoder().decode(card));
  return new Uint8Array(encodeCard(withSite(data, written, { site, trainedOn })));
}

interface SiteFacts {
  readonly site: Pick<ModelCard, "split" | "limits" | "licence">;
  readonly trainedOn: Omit<ModelCard["trainedOn"], "patients">;
}

function withSite(data: TrainingInput, card: unknown, { site, trainedOn }: SiteFacts): ModelCard | BeatModelCard | ArrhythmiaCard {
  switch (data.kind) {
    case "beats":
      return { ...(card as BeatModelCard), ...site, trainedOn, metrics: [] };
    case "heart-rate":
      return { ...(card as ModelCard), ...site, trainedOn: { ...trainedOn, patients: data.patients.length }, metrics: null };
    case "recordings":
      return { ...(card as ArrhythmiaCard), ...site, trainedOn: { ...trainedOn, patients: data.recordings.length, records: {} }, metrics: null };
  }
}

function partsOf(data: TrainingInput): string {
  switch (data.kind) {
    case "beats":
      return `${data.split.training.length} labelled beats trained it and ${data.split.validation.length} others chose the epoch`;
    case "heart-rate":
      return `${data.patients.length} patients trained it`;
    case "recordings":
      return `${rowsOf(data)} labelled beats of ${data.recordings.length} recordings trained it`;
  }
}

function rowsOf(data: TrainingInput): number {
  switch (data.kind) {
    case "beats":
      return data.beats.count;
    case "heart-rate":
      return data.patients.reduce((sum, { label }) => sum + label.length, 0);
    case "recordings":
      return data.recordings.reduce((sum, { beatClass }) => sum + beatClass.reduce((own, each) => own + Number(each !== UNLABELLED), 0), 0);
  }
}
