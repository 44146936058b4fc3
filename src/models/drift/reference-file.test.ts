import { describe, expect, it } from "vitest";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { RATE_FEATURES } from "./rate-features.ts";
import { decodeReference } from "./reference-file.ts";

interface Json {
  rows: unknown;
  limits: { rows: unknown; psi: unknown[] }[];
  features: { edges: unknown[]; counts: unknown[]; values: unknown[]; spread: unknown }[];
}

const NAMES = RATE_FEATURES.map(({ name }) => name);
const shipped = async () => JSON.parse(new TextDecoder().decode(await readArtifactsFrom(SHIPPED_MODELS)("isolation-forest/reference.json"))) as Json;
const decode = (json: Json) => decodeReference(new Uint8Array(new TextEncoder().encode(JSON.stringify(json))).buffer, NAMES, "reference.json");

describe("a reference", () => {
  it("that ships is read", async () => expect(decode(await shipped()).features).toHaveLength(NAMES.length));

  // What is compared with a reference walks through its numbers in order: out of order it would never end.
  it.each<[string, (json: Json) => unknown]>([
    ["values out of order", ({ features: [{ values }] }) => values.reverse()],
    ["a value that is none", ({ features: [{ values }] }) => values.push(null)],
    ["no values", ({ features: [{ values }] }) => values.splice(0)],
    ["edges of text", ({ features: [{ edges }] }) => edges.push("70")],
    ["a bin too many", ({ features: [{ counts }] }) => counts.push(1)],
    ["no spread", ({ features: [feature] }) => (feature.spread = 0)],
    ["a limit of text", ({ limits: [{ psi }] }) => (psi[0] = "4.2")],
    ["limits of other features", ({ limits: [{ psi }] }) => psi.pop()],
    ["no rows", (json) => (json.rows = "many")],
  ])("of %s is a broken model", async (_, change) => {
    const json = await shipped();
    change(json);
    expect(() => decode(json)).toThrow("the reference of the training data cannot be read");
  });
});
