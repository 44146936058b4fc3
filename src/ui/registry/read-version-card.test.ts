import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ALL_MODELS } from "../../models/catalog.ts";
import { readVersionCard } from "./read-version-card.ts";

const shipped = (id: string) => new Uint8Array(readFileSync(new URL(`../../../public/models/${id}/card.json`, import.meta.url)));
const json = (value: unknown) => ({ "card.json": new TextEncoder().encode(JSON.stringify(value)) });
const imported = { kind: "imported", fileName: "model.json" } as const;

it.each(ALL_MODELS.map(({ id }) => id))("the card of %s is read whole as shipped, and without figures as imported", (id) => {
  const files = { "card.json": shipped(id) };
  expect(readVersionCard(files, { modelId: id, origin: { kind: "shipped" } })).toEqual(JSON.parse(new TextDecoder().decode(shipped(id))));
  const { metrics, ...card } = readVersionCard(files, { modelId: id, origin: imported }) ?? {};
  expect(metrics ?? []).toEqual([]);
  expect(card).toHaveProperty("intendedUse");
});

it("nothing is shown that is no card of the model", () => {
  const card = JSON.parse(new TextDecoder().decode(shipped("beat-cnn"))) as Record<string, unknown>;
  const read = (files: ReturnType<typeof json>) => readVersionCard(files, { modelId: "beat-cnn", origin: imported });
  expect(read(json(card))).not.toBeNull();
  expect(readVersionCard({}, { modelId: "beat-cnn", origin: imported })).toBeNull();
  expect(read({ "card.json": new TextEncoder().encode("<html>") })).toBeNull();
  for (const change of [{ id: "lstm-fcn" }, { limits: [1] }, { trainedOn: null }, { split: {} }, { threshold: "high" }, { metrics: null }]) expect(read(json({ ...card, ...change }))).toBeNull();
});
