import type { StorageSpace } from "../../db/storage-space.ts";
import type { Machine } from "../../models/machine.ts";
import { formatBytes } from "../shared/format.ts";
import type { KnownAnswers, ModelTest } from "./known-answer-tests.ts";

/** What the page itself knows of the browser and the device. */
export interface PageFacts {
  readonly appVersion: string;
  /** null where there is no store */
  readonly schemaVersion: number | null;
  readonly userAgent: string;
  readonly hardwareThreads: number | null;
  /** of JavaScript's heap; null where the browser does not tell */
  readonly heapBytes: number | null;
  readonly heapLimitBytes: number | null;
  readonly storage: StorageSpace;
  readonly serviceWorker: string;
}

export interface FactGroup {
  readonly heading: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}

const NOT_TOLD = "The browser does not say";
const PERSISTENCE: Readonly<Record<StorageSpace["persistence"], string>> = { kept: "Kept until it is deleted", "may-be-cleared": "The browser may clear it when space runs low", unknown: NOT_TOLD };

/** Everything the page shows but the tests; `machine` is null where the worker could not say. Nothing of patients or files is among it. */
export function factGroups(page: PageFacts, machine: Machine | null): FactGroup[] {
  const bytes = (value: number | null) => (value === null ? NOT_TOLD : formatBytes(value));
  const number = (value: number | null) => (value === null ? "None" : value.toLocaleString("en-US"));
  const { storage } = page;
  return [
    {
      heading: "Computing",
      facts: [
        { term: "Backend of neural networks", text: machine?.backend ?? "None works here" },
        { term: "Why", text: machine?.reason ?? "See the known-answer test" },
        { term: "GPU", text: machine?.gpu ?? "None that WebGL 2 draws with" },
        { term: "Largest texture", text: number(machine?.maxTextureSize ?? null) },
        { term: "Hardware threads", text: page.hardwareThreads === null ? NOT_TOLD : String(page.hardwareThreads) },
      ],
    },
    {
      heading: "Memory",
      facts: [
        { term: "JavaScript heap of the page", text: page.heapBytes === null ? NOT_TOLD : `${formatBytes(page.heapBytes)} of at most ${bytes(page.heapLimitBytes)}` },
        { term: "Tensors of the worker", text: machine === null ? NOT_TOLD : `${number(machine.tensors)}, ${formatBytes(machine.tensorBytes)}` },
      ],
    },
    {
      heading: "Storage",
      facts: [
        { term: "Saved checks", text: PERSISTENCE[storage.persistence] },
        { term: "In use", text: bytes(storage.usedBytes) },
        { term: "Available", text: bytes(storage.quotaBytes) },
      ],
    },
    {
      heading: "Versions",
      facts: [
        { term: "Isoline", text: page.appVersion },
        { term: "Schema of the store", text: page.schemaVersion === null ? "There is no store" : String(page.schemaVersion) },
        { term: "TensorFlow.js", text: machine?.tensorFlowVersion ?? NOT_TOLD },
        { term: "Service worker", text: page.serviceWorker },
        { term: "Browser", text: page.userAgent },
      ],
    },
  ];
}

/** A difference as people read it; it is a share of the model's largest output. */
export const differenceText = (share: number): string => (Number.isFinite(share) ? share.toExponential(1) : "a number is missing");

/** How a model did, in a few words. */
export function testText(state: ModelTest): string {
  switch (state.kind) {
    case "waiting":
      return "Not tested yet";
    case "running":
      return "Being tested";
    case "failed":
      return state.problem.sentence;
    case "tested":
      return state.test.isRight ? "Right" : "Wrong";
  }
}

/** The whole page as text, for a report. */
export function diagnosticsText(groups: readonly FactGroup[], { models, rejected }: KnownAnswers): string {
  const lines = groups.flatMap(({ heading, facts }) => [heading, ...facts.map(({ term, text }) => `  ${term}: ${text}`)]);
  const tests = models.map(({ id, name, state }) => {
    if (state.kind !== "tested") return `  ${name} (${id}): ${testText(state)}`;
    const { backend, largestDifference, tolerance, durationMs } = state.test;
    return `  ${name} (${id}): ${testText(state)} on ${backend}, largest difference ${differenceText(largestDifference)} (allowed ${differenceText(tolerance)}), ${Math.round(durationMs)} ms`;
  });
  return [...lines, "Known-answer test", ...tests, ...rejected.map((sentence) => `  ${sentence}`)].join("\n");
}
