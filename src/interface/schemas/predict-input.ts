import * as v from "valibot";
import { numbersSchema } from "./numbers.ts";

/** What a call may bring; more is for files, or for `npm run predict`. */
export const LIMITS = { leadSamples: 20_000_000, beats: 100_000, beatSamples: 4096, rows: 1_000_000, patients: 10_000 } as const;

const samplingRateHz = v.pipe(v.number(), v.minValue(20), v.maxValue(10_000));
const text = v.pipe(v.string(), v.maxLength(200));
const known = (low: number, high: number) => v.optional(v.nullable(v.pipe(v.number(), v.minValue(low), v.maxValue(high))), null);

export const parametersSchema = v.optional(v.record(text, v.union([v.pipe(v.number(), v.finite()), text])), {});

export const twelveLeadSchema = v.strictObject({
  kind: v.literal("twelve-lead"),
  samplingRateHz,
  leads: v.record(text, numbersSchema(Float32Array, LIMITS.leadSamples)),
  patient: v.optional(
    v.strictObject({ ageYears: known(0, 130), sex: v.optional(v.nullable(v.picklist(["female", "male"])), null), heightCm: known(20, 280), weightKg: known(0.2, 700) }),
    {},
  ),
});

export const leadSchema = v.strictObject({
  kind: v.literal("lead"),
  samplingRateHz,
  samplesMv: v.pipe(numbersSchema(Float32Array, LIMITS.leadSamples), v.minLength(1)),
  name: v.optional(text, "II"),
});

export const beatsSchema = v.strictObject({
  kind: v.literal("beats"),
  model: v.optional(text),
  beats: v.pipe(
    v.array(numbersSchema(Float32Array, LIMITS.beatSamples)),
    v.minLength(1),
    v.maxLength(LIMITS.beats),
    v.check((beats) => beats.every(({ length }) => length === beats[0].length), "must be of one length"),
  ),
  parameters: parametersSchema,
});

const rows = numbersSchema(Float64Array, LIMITS.rows);
const patientSchema = v.pipe(
  v.strictObject({ patientId: text, timeS: rows, rateBpm: rows }),
  v.check(({ timeS, rateBpm }) => timeS.length === rateBpm.length, "must have as many times as rates"),
  v.check(({ timeS }) => timeS.every((time, row) => row === 0 || time >= timeS[row - 1]), "must be in the order of time"),
);

export const heartRatesSchema = v.strictObject({
  kind: v.literal("heart-rates"),
  model: v.optional(text),
  patients: v.pipe(
    v.array(patientSchema),
    v.minLength(1),
    v.maxLength(LIMITS.patients),
    v.check((patients) => patients.reduce((sum, { timeS }) => sum + timeS.length, 0) <= LIMITS.rows, `must have at most ${LIMITS.rows} rows in all`),
  ),
  parameters: parametersSchema,
});

/** Everything that `predict` takes but the published shape. */
export const ownInputSchema = v.variant("kind", [twelveLeadSchema, leadSchema, beatsSchema, heartRatesSchema]);

export type TwelveLead = v.InferOutput<typeof twelveLeadSchema>;
export type OneLead = v.InferOutput<typeof leadSchema>;
export type ManyBeats = v.InferOutput<typeof beatsSchema>;
export type HeartRates = v.InferOutput<typeof heartRatesSchema>;
