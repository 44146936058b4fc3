import * as v from "valibot";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import type { TwelveLead } from "./predict-input.ts";

const number = v.pipe(v.number(), v.finite());
const metadata = v.pipe(v.array(v.nullable(number)), v.length(7));
const rowOfLeads = v.pipe(v.array(number), v.length(TWELVE_LEADS.length));
const signals = v.pipe(v.array(rowOfLeads), v.check(({ length }) => length === 1000 || length === 5000, "must have 1,000 rows (100 Hz) or 5,000 (500 Hz)"));

/** A batch dimension of one is taken off. */
const single = (value: unknown, depth: number): unknown => (Array.isArray(value) && value.length === 1 && isDeeper(value, depth) ? value[0] : value);

const isDeeper = (value: unknown, depth: number): boolean => Array.isArray(value) && (depth === 0 || isDeeper(value[0], depth - 1));

/** The published service's `{X: metadata, Y: signals}`, read as a twelve-lead ECG of ours. */
export const publishedInputSchema = v.pipe(
  v.strictObject({
    X: v.pipe(v.unknown(), v.transform((value) => single(value, 1)), metadata),
    Y: v.pipe(v.unknown(), v.transform((value) => single(value, 2)), signals),
  }),
  v.transform(({ X: [ageYears, sex, heightCm, weightKg], Y }): TwelveLead => ({
    kind: "twelve-lead",
    samplingRateHz: Y.length / 10,
    leads: Object.fromEntries(TWELVE_LEADS.map((name, lead) => [name, Float32Array.from(Y, (row) => row[lead])])),
    patient: { ageYears, sex: sex === null ? null : sex >= 0.5 ? "female" : "male", heightCm, weightKg },
  })),
);
