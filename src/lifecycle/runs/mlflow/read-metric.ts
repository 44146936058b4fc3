import { ProblemError } from "../../../ecg/problem.ts";

export interface MetricValue {
  readonly atMs: number;
  readonly value: number;
  readonly step: number;
}

export interface Metric {
  /** below the folder metrics */
  readonly path: string;
  /** in the order in which they were logged */
  readonly values: readonly MetricValue[];
}

/** What Python's float() reads beside numbers. */
const WORDS = new Map([["nan", NaN], ["inf", Infinity], ["infinity", Infinity], ["+inf", Infinity], ["-inf", -Infinity], ["-infinity", -Infinity]]);
const INTEGER = /^-?\d{1,16}$/;
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/** The lines "time value step" of a metric; MLflow before 1.0 wrote no step, since 3.0 a dataset's name and digest may follow. */
export function readMetric(path: string, text: string, file: string): Metric {
  const lines = text.split("\n").map((line) => line.trim());
  const values = lines.flatMap((line, index) => {
    if (line === "") return [];
    const [time, value = "", step = "0"] = line.split(" ");
    const number = WORDS.get(value.toLowerCase()) ?? (NUMBER.test(value) ? Number(value) : undefined);
    if (!INTEGER.test(time) || !INTEGER.test(step) || number === undefined) {
      throw new ProblemError("bad-run-file", "a metric’s line is a time in milliseconds, a value and a step", "Export the runs anew", { file, line: index + 1, value: line });
    }
    return [{ atMs: Number(time), value: number, step: Number(step) }];
  });
  return { path, values };
}
