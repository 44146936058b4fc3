import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { type ArrhythmiaCard, type BeatModelCard, encodeCard, type ModelCard, type TwelveLeadCard } from "../../../src/models/card.ts";

/** Rewrites the card of model `id` in the folder `models`. */
export async function updateCard<Card extends ModelCard | BeatModelCard | TwelveLeadCard | ArrhythmiaCard>(models: string, id: string, measured: (card: Card) => Card): Promise<void> {
  const path = join(models, id, "card.json");
  await writeFile(path, encodeCard(measured(JSON.parse(await readFile(path, "utf8")) as Card)));
}

/** What cards call the data in the file at `path`, as in "heart-rate/test". */
export const dataName = (path: string): string => `${basename(dirname(path))}/${basename(path, extname(path))}`;
