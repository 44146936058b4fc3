import { encodeCard, type BeatModelCard } from "../card.ts";
import type { TrainRequest } from "./training-job.ts";

/** The card of a version trained in the app: what it says of data, split, limits and licence is of the site's own data, not of the published ones. */
export function siteCard(card: Uint8Array, { data, start }: TrainRequest): Uint8Array<ArrayBuffer> {
  const written = JSON.parse(new TextDecoder().decode(card)) as BeatModelCard;
  const from = start === null ? "from scratch" : `from the weights of version ${start.version}`;
  const parts = data.kind === "beats" ? `${data.split.training.length} labelled beats trained it and ${data.split.validation.length} others chose the epoch` : `${data.patients.length} patients trained it`;
  return new Uint8Array(
    encodeCard({
      ...written,
      trainedOn: { name: data.name, sha256: data.sha256, rows: data.kind === "beats" ? data.beats.count : data.patients.reduce((sum, { label }) => sum + label.length, 0) },
      split: `Trained in the app, ${from}: ${parts}. ${data.splitSentence}`,
      metrics: [],
      limits: ["Trained on this site’s own data and measured by nobody else. It may do worse on other patients, devices and leads.", "Its figures are those of the frozen evaluation set that it was compared on, in the registry."],
      licence: "Weights and data belong to the site that trained it",
    }),
  );
}
