import "fake-indexeddb/auto";
import { serialize } from "node:v8";
import fc from "fast-check";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { TWELVE_LEADS } from "../../../src/ecg/recording/lead-names.ts";
import type { CallParts } from "../../../src/interface/calls/call-parts.ts";
import { hostMessages } from "../../../src/interface/messages/host-messages.ts";
import { publishedInput, testParts } from "../../../src/interface/testing.ts";
import { defineTarget, type FuzzTarget } from "../fuzz-target.ts";
import { mutateValue } from "../mutate/mutate-value.ts";

const ORIGIN = "https://ward.example";
/** Messages that one store answers: its log grows with each. */
const MESSAGES_A_STORE = 500;

const call = (name: string, input: unknown) => ({ isoline: 1, id: 7, call: name, input });

const CORPUS: readonly unknown[] = [
  call("models", {}),
  call("modelSummary", { model: "beat-cnn" }),
  call("predict", publishedInput(1000)),
  call("predict", { kind: "twelve-lead", samplingRateHz: 500, leads: Object.fromEntries(TWELVE_LEADS.map((lead) => [lead, [0, 0.1, 0.2]])), patient: { ageYears: 60, sex: "female", heightCm: null } }),
  call("predict", { kind: "beats", model: "beat-cnn", beats: [new Array<number>(187).fill(0.5)], parameters: {} }),
  call("predict", { kind: "heart-rates", patients: [{ patientId: "a", timeS: [0, 1, 2], rateBpm: [60, 61, 120] }], parameters: { threshold: 0.5 } }),
  call("predict", { kind: "lead", samplingRateHz: 250, samplesMv: [0, 0.1, 1] }),
  call("checkFile", { files: [{ name: "a.csv", text: "t,hr\n0,60\n1,61\n" }], answers: { kind: "heart-rate", hasHeader: true, roles: ["time", "rate"], unit: "bpm", timeKind: "seconds" } }),
  call("checkFile", { files: [{ name: "a.csv", bytes: new Uint8Array(9) }], model: "rolling-median", parameters: {}, answers: { kind: "recording", timeColumn: 0, leads: [{ column: 1, name: "II" }], samplingRateHz: 250, unit: { kind: "adc", unitsPerMv: 200, zero: 0 } } }),
  call("subscribe", { to: ["results", "alerts"] }),
  call("unsubscribe", { id: 7 }),
];

interface Host {
  readonly page: EventTarget;
  readonly parts: CallParts;
  messages: number;
  end: () => void;
}
let host: Host | null = null;

const cancelled = () => Promise.resolve({ kind: "cancelled" as const });

async function openHost(): Promise<Host> {
  const parts = testParts({ checkRecording: cancelled, importVersion: cancelled, train: cancelled });
  await parts.repository.settings.set("allowedOrigins", [ORIGIN], "set");
  const page = new EventTarget();
  return { page, parts, messages: 0, end: hostMessages(parts, page) };
}

/** Sends a message as a frame does, and waits for its answer. */
async function answerTo(data: unknown): Promise<unknown> {
  if (host === null || host.messages++ > MESSAGES_A_STORE) {
    host?.end();
    host = await openHost();
  }
  const { page } = host;
  return new Promise((resolve) => {
    const source = { closed: false, postMessage: resolve };
    page.dispatchEvent(Object.assign(new Event("message"), { data, origin: ORIGIN, source }));
    source.closed = false;
  });
}

interface Answer {
  readonly error?: { readonly code: string; readonly sentence: string };
}

const isAnswer = (data: unknown): boolean => typeof data === "object" && data !== null && "isoline" in data && ("error" in data || "result" in data || "event" in data);

const target: FuzzTarget<unknown> = {
  name: "interface",
  corpus: () => CORPUS,
  mutate: mutateValue,
  generated: fc.oneof(fc.anything({ maxDepth: 4, withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }), fc.record({ isoline: fc.constant(1), id: fc.oneof(fc.string(), fc.double()), call: fc.constantFrom("models", "predict", "checkFile", "modelSummary", "subscribe", "unsubscribe", "constructor", "__proto__"), input: fc.anything({ maxDepth: 4, withTypedArray: true }) })),
  async run(input) {
    // What a frame posts arrives as a copy; what cannot be copied never arrives.
    const data: unknown = cloned(input);
    if (data === NOT_SENT || isAnswer(data)) return "not answered";
    const { error } = (await answerTo(data)) as Answer;
    if (error === undefined) return "answer";
    if (error.code === "unexpected") throw new Error(error.sentence);
    throw new ProblemError(error.code, error.sentence, "Call again");
  },
  files: (input) => [{ name: "message.v8", bytes: bytesOf(input) }],
};

const NOT_SENT = Symbol("not sent");

function cloned(input: unknown): unknown {
  try {
    return structuredClone(input);
  } catch {
    return NOT_SENT; // too deep, or of a kind that no message carries
  }
}

function bytesOf(input: unknown): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(serialize(input));
  } catch {
    return new TextEncoder().encode("This input cannot be written.");
  }
}

export const interfaceTarget = defineTarget(target);
