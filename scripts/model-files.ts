import { readdirSync, statSync } from "node:fs";

const MODELS = new URL("../public/models/", import.meta.url);

/** The files that ship with each model, by its id, with their sizes in bytes. */
export function modelFiles(): Record<string, { name: string; bytes: number }[]> {
  const ids = readdirSync(MODELS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Object.fromEntries(ids.map((id) => {
    const folder = new URL(`${id}/`, MODELS);
    return [id, readdirSync(folder).sort().map((name) => ({ name, bytes: statSync(new URL(name, folder)).size }))];
  }));
}
