import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { ALL_MODELS } from "../../../src/models/catalog.ts";
import type { ParameterValues } from "../../../src/models/detector.ts";
import { fromUser } from "../from-user.ts";
import { parseOrExplain } from "../run-main.ts";
import { setValue } from "../set-value.ts";

const USAGE =
  "npm run predict -- MODEL FILE… [--list FILE] [--json | --csv] [--out DIR] [--shard I/N] [--set KEY=VALUE …]; a record's .hea stands for all its files, --list names a file with one path a line, " +
  "and shard I of N, I from 0 to N − 1, takes its part of the files";

export type AnswerFormat = "json" | "csv";

export interface PredictArguments {
  readonly model: (typeof ALL_MODELS)[number];
  readonly parameters: ParameterValues;
  readonly paths: readonly string[];
  readonly format: AnswerFormat;
  /** null: to stdout */
  readonly out: string | null;
  /** this run's part of the inputs */
  readonly shard: { readonly index: number; readonly of: number };
}

/** What the command line asks for. Throws a ProblemError `usage`, `unknown-model` or `unknown-parameter`. */
export async function readPredictArguments(args: readonly string[]): Promise<PredictArguments> {
  const options = {
    list: { type: "string" },
    json: { type: "boolean", default: false },
    csv: { type: "boolean", default: false },
    out: { type: "string" },
    shard: { type: "string", default: "0/1" },
    set: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  const [id, ...files] = positionals;
  const model = ALL_MODELS.find((meta) => meta.id === id);
  if (model === undefined) {
    const what = positionals.length === 0 ? "it is not said which model is to run" : `there is no model “${id}”`;
    throw new ProblemError("unknown-model", what, `Choose one of ${ALL_MODELS.map((meta) => meta.id).join(", ")}. Usage: ${USAGE}`);
  }
  if (values.json && values.csv) throw new ProblemError("usage", "an answer is either JSON or CSV", "Leave out --json or --csv");
  const paths = [...files, ...(values.list === undefined ? [] : await listedPaths(values.list))].map(fromUser);
  if (paths.length === 0) throw new ProblemError("usage", "no file is named", `Usage: ${USAGE}`);
  const out = values.out === undefined ? null : fromUser(values.out);
  return {
    model,
    parameters: Object.fromEntries(values.set.map((each) => setValue(model.parameters, each, model.name))),
    paths,
    format: values.csv ? "csv" : "json",
    out,
    shard: readShard(values.shard),
  };
}

async function listedPaths(list: string): Promise<string[]> {
  try {
    const text = await readFile(fromUser(list), "utf8");
    return text.split(/\r?\n/).filter((line) => line.trim() !== "");
  } catch (cause) {
    throw new ProblemError("no-such-file", "the list of files cannot be read", "Check its path", { file: list }, { cause });
  }
}

function readShard(text: string): PredictArguments["shard"] {
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (!(index < of)) throw new ProblemError("usage", "a shard is I/N with I from 0 to N − 1", "Write --shard 0/4 to --shard 3/4 for four shards", { value: text });
  return { index, of };
}
