import { parseArgs } from "node:util";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import type { TwelveLeadCard } from "../../../src/models/card.ts";
import { twelveLeadEvaluationText } from "../../../src/models/twelve-lead/evaluation-text.ts";
import { twelveLeadFigures, twelveLeadIntervals } from "../../../src/models/twelve-lead/figures.ts";
import { judgeRecords } from "../../../src/models/twelve-lead/judge-records.ts";
import { measuredTwelveLeadCard } from "../../../src/models/twelve-lead/measured-card.ts";
import { fromUser } from "../from-user.ts";
import { openPtbXl } from "../read-ptb-xl.ts";
import { parseOrExplain } from "../run-main.ts";
import { updateCard } from "./update-card.ts";

const USAGE =
  "npm run evaluate -- twelve-lead PTBXL_DIR [--folds 9,10] [--models FOLDER] [--json] [--write-cards], where PTBXL_DIR holds ptbxl_database.csv, scp_statements.csv and records100, and FOLDER is where npm run train --out put models";

/** The twelve-lead model on records of PTB-XL's official folds, all of them unless some are named. */
export async function measureTwelveLeads(args: readonly string[]): Promise<string> {
  const { folder, folds, models, json, writeCards } = readArguments(args);
  installBackends(nodeWasmPaths);
  const data = await openPtbXl(folder, folds);
  if (data.count === 0) throw new ProblemError("no-records", "the folder has no record of these folds", `Usage: ${USAGE}`, { file: folder });
  const { records, thresholds } = await judgeRecords(data.records, {
    readArtifact: readArtifactsFrom(models),
    count: data.count,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const figures = twelveLeadFigures(records, thresholds);
  if (json && !writeCards) return JSON.stringify(figures, null, 2);
  const intervals = twelveLeadIntervals(records, thresholds);
  if (writeCards) {
    const evaluatedOn = { name: "ptb-xl", sha256: data.sha256, rows: data.count, folds: folds ?? [] };
    await updateCard<TwelveLeadCard>(models, "twelve-lead", (card) => {
      refuseSeenFolds(card, folds);
      return measuredTwelveLeadCard(card, figures, { intervals, evaluatedOn });
    });
  }
  return json ? JSON.stringify(figures, null, 2) : twelveLeadEvaluationText(figures, intervals, thresholds);
}

/** A card has no figures of records that the model was trained on. */
function refuseSeenFolds({ trainedOn }: TwelveLeadCard, folds: readonly number[] | null): void {
  const seen = folds?.filter((fold) => trainedOn.folds.includes(fold)) ?? trainedOn.folds;
  if (seen.length === 0) return;
  throw new ProblemError("trained-on-this", `the model was trained on records of fold ${seen.join(", ")}`, "Name other folds with --folds, or leave out --write-cards");
}

function readArguments(args: readonly string[]) {
  const options = {
    folds: { type: "string" },
    models: { type: "string" },
    json: { type: "boolean", default: false },
    "write-cards": { type: "boolean", default: false },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one folder of PTB-XL is measured at a time", `Usage: ${USAGE}`);
  const folds = values.folds === undefined ? null : values.folds.split(",").map(Number);
  if (folds?.some((fold) => !Number.isInteger(fold) || fold < 1) === true) {
    throw new ProblemError("usage", "folds are whole numbers with commas between them", `Usage: ${USAGE}`, { value: values.folds ?? "" });
  }
  return {
    folder: fromUser(positionals[0]),
    folds,
    models: values.models === undefined ? SHIPPED_MODELS : fromUser(values.models),
    json: values.json,
    writeCards: values["write-cards"],
  };
}
