import * as v from "valibot";
import { malformed } from "../call-error.ts";

/** Input of the schema's shape; throws the CallError `malformed` that names the first thing that is not. */
export function readInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const read = v.safeParse(schema, input, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw malformed(issue.message, v.getDotPath(issue) ?? "");
}
