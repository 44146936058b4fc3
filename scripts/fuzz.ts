/** npm run fuzz: tries every reader with mutated and made-up inputs, and ends with status 1 where one fails to end in a result or a typed error. */
import { mkdtempSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { fuzz } from "./fuzz/fuzz.ts";
import { TARGETS } from "./fuzz/targets.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run fuzz -- [--cases N] [--seed S] [--target NAME]… [--from INDEX] [--case INDEX] [--minutes M] [--processes P] [--out DIR]";

await runMain(async () => {
  const { values } = parseOrExplain(
    () => parseArgs({ options: { cases: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" }, target: { type: "string", multiple: true, default: [] }, from: { type: "string", default: "0" }, case: { type: "string" }, minutes: { type: "string" }, processes: { type: "string" }, out: { type: "string" } } }),
    USAGE,
  );
  const unknown = values.target.find((name) => !Object.hasOwn(TARGETS, name));
  if (unknown !== undefined) throw new ProblemError("usage", `there is no target ${unknown}`, `Choose one of ${Object.keys(TARGETS).join(", ")}`);
  const faults = await fuzz({
    targets: values.target.length === 0 ? Object.keys(TARGETS) : values.target,
    cases: values.case === undefined ? wholeNumber(values.cases) : 1,
    firstCase: wholeNumber(values.case ?? values.from),
    seed: wholeNumber(values.seed),
    minutes: values.minutes === undefined ? Infinity : Number(values.minutes),
    processes: values.processes === undefined ? Math.max(1, availableParallelism() - 1) : wholeNumber(values.processes),
    folder: values.out ?? mkdtempSync(join(tmpdir(), "isoline-fuzz-")),
    print: (line) => console.log(line),
  });
  if (faults > 0) process.exitCode = 1;
});

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new ProblemError("usage", `${text} is no whole number`, `Usage: ${USAGE}`);
  return value;
}
