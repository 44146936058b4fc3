import * as v from "valibot";
import type { FileAnswers } from "../types.ts";
import { parametersSchema } from "./predict-input.ts";

/** Of all files together; larger ones are opened by hand. */
export const MOST_FILE_BYTES = 512 * 2 ** 20;
const MOST_FILES = 1000;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const rate = v.pipe(v.number(), v.minValue(1e-3), v.maxValue(100_000));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

const heartRateAnswers = v.strictObject({
  kind: v.literal("heart-rate"),
  hasHeader: v.boolean(),
  roles: v.pipe(v.array(v.picklist(["time", "patient", "rate", "label", "index", "cycle", "hr_diff", "peak_label", "other"])), v.maxLength(100_000)),
  unit: v.picklist(["bpm", "rr-ms", "rr-s", "scaled", "raw-ecg"]),
  timeKind: v.picklist(["seconds", "milliseconds", "clock", "iso", "row"]),
});

const beatAnswers = v.strictObject({
  kind: v.literal("beats"),
  hasHeader: v.boolean(),
  hasIndex: v.boolean(),
  labelPlace: v.picklist(["first", "last", "none"]),
  coding: v.nullable(v.picklist(["aami", "ecg5000", "one-normal", "one-anomalous"])),
  samplingRateHz: v.nullable(rate),
});

const recordingAnswers = v.strictObject({
  kind: v.literal("recording"),
  timeColumn: v.nullable(index),
  leads: v.pipe(v.array(v.strictObject({ column: index, name })), v.minLength(1), v.maxLength(1000)),
  samplingRateHz: v.nullable(rate),
  unit: v.union([
    v.strictObject({ kind: v.picklist(["mV", "µV", "V"]) }),
    v.strictObject({ kind: v.literal("adc"), unitsPerMv: v.pipe(v.number(), v.finite(), v.check((value) => value !== 0, "must not be 0")), zero: v.pipe(v.number(), v.finite()) }),
  ]),
});

const fileSchema = v.union([
  v.instance(File),
  v.pipe(v.strictObject({ name, text: v.string() }), v.transform((file) => new File([file.text], file.name))),
  v.pipe(
    v.strictObject({ name, bytes: v.union([v.instance(ArrayBuffer), v.instance(Uint8Array)]) }),
    v.transform((file) => new File([new Uint8Array(file.bytes)], file.name)),
  ),
], "must be a File, {name, text} or {name, bytes}");

export const checkFileSchema = v.strictObject({
  files: v.pipe(
    v.array(fileSchema),
    v.minLength(1),
    v.maxLength(MOST_FILES),
    v.check((files) => files.reduce((sum, { size }) => sum + size, 0) <= MOST_FILE_BYTES, `must have at most ${MOST_FILE_BYTES / 2 ** 20} MiB in all`),
  ),
  model: v.optional(v.pipe(v.string(), v.maxLength(200))),
  parameters: parametersSchema,
  answers: v.optional(v.variant("kind", [heartRateAnswers, beatAnswers, recordingAnswers])) satisfies v.GenericSchema<unknown, FileAnswers | undefined>,
});
