import * as v from "valibot";
import type { CallMessage } from "../types.ts";

export const idSchema = v.union([v.pipe(v.string(), v.maxLength(200)), v.pipe(v.number(), v.finite())], "must be a text of at most 200 characters or a number");

export const callMessageSchema = v.strictObject({
  isoline: v.literal(1, "must be 1, the version of the interface"),
  id: idSchema,
  call: v.picklist(["models", "modelSummary", "predict", "checkFile", "subscribe", "unsubscribe"]),
  input: v.optional(v.unknown()),
}) satisfies v.GenericSchema<unknown, CallMessage>;

export const modelSummarySchema = v.strictObject({ model: v.pipe(v.string(), v.maxLength(200)) });

export const subscribeSchema = v.strictObject({ to: v.pipe(v.array(v.picklist(["results", "alerts"])), v.minLength(1), v.maxLength(2)) });

/** The input of `models`. */
export const noInputSchema = v.optional(v.strictObject({}));
