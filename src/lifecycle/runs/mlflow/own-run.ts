import type { RunWithEpochs } from "../run-with-epochs.ts";
import type { RunArtifact, RunData, RunSplit, RunStart } from "../training-run.ts";
import { epochsOf } from "./epochs-of.ts";
import { FINAL, isReserved, MLFLOW_TAGS, OWN_TAGS, RUN_ID, runFolder } from "./layout.ts";
import { decodeName } from "./names.ts";
import { parameterValue } from "./parameter-value.ts";
import { isRecord, type RunFields } from "./run-fields.ts";
import { readState, type RunParts } from "./run-parts.ts";

/** A run that Isoline wrote, as it was. */
export function ownRun(parts: RunParts): RunWithEpochs {
  const { meta, tags, parameters, metrics } = parts;
  const id = tags.text(OWN_TAGS.id);
  if (!RUN_ID.test(id) || runFolder(id) !== parts.id) throw tags.wrong(OWN_TAGS.id, "must be the id of the run’s folder");
  const origin = tags.text(OWN_TAGS.origin);
  if (origin !== "app" && origin !== "command") throw tags.wrong(OWN_TAGS.origin, "must be app or command");
  const texts: ReadonlySet<string> = new Set(tags.has(OWN_TAGS.textParameters) ? tags.json(OWN_TAGS.textParameters, isTexts, "a list of texts") : []);
  const named = [...parameters].map(([path, text]): [string, string] => [decodeName(path), text]);
  const ofRun = metrics.filter(({ path }) => path.startsWith(`${FINAL}/`));
  const theirTags = [...tags.keys].filter((path) => !isReserved(path));
  return {
    run: {
      id,
      name: tags.text(MLFLOW_TAGS.name),
      modelId: tags.text(OWN_TAGS.model),
      state: readState(parts, tags.textOr(OWN_TAGS.failure, "")),
      startedAt: meta.time("start_time"),
      parameters: Object.fromEntries(named.map(([key, text]) => [key, texts.has(key) ? text : parameterValue(text)])),
      data: readData(tags),
      start: readStart(tags),
      origin,
      backend: tags.text(OWN_TAGS.backend),
      appVersion: tags.text(OWN_TAGS.appVersion),
      durationMs: tags.number(OWN_TAGS.durationMs),
      metrics: Object.fromEntries(ofRun.flatMap(({ path, values }) => values.slice(-1).map(({ value }) => [decodeName(path.slice(FINAL.length + 1)), value]))),
      tags: Object.fromEntries(theirTags.map((path) => [decodeName(path), tags.text(path)])),
      note: tags.textOr(MLFLOW_TAGS.note, ""),
      artifact: tags.has(OWN_TAGS.artifact) ? tags.json(OWN_TAGS.artifact, isArtifact, "the version, SHA-256 and bytes of what the run gave") : null,
    },
    epochs: epochsOf(id, metrics.filter(({ path }) => !path.startsWith(`${FINAL}/`)).map(({ path, values }) => ({ name: decodeName(path), values }))),
  };
}

function readData(tags: RunFields): RunData {
  return {
    name: tags.text(OWN_TAGS.dataName),
    sha256: tags.text(OWN_TAGS.dataSha256),
    rows: tags.number(OWN_TAGS.dataRows),
    rowsPerClass: tags.json(OWN_TAGS.rowsPerClass, isCounts, "rows by class"),
    split: tags.json(OWN_TAGS.split, isSplit, "by, training and validation"),
    seed: tags.number(OWN_TAGS.dataSeed),
  };
}

function readStart(tags: RunFields): RunStart {
  return tags.text(OWN_TAGS.start) === "scratch" ? { kind: "scratch" } : { kind: "version", version: tags.number(OWN_TAGS.start) };
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === "string");
const isCounts = (value: unknown): value is Record<string, number> => isRecord(value) && Object.values(value).every((each) => typeof each === "number");
const isSplit = (value: unknown): value is RunSplit =>
  isRecord(value) && (value.by === "patient" || value.by === "row") && typeof value.training === "number" && typeof value.validation === "number";
const isArtifact = (value: unknown): value is RunArtifact =>
  isRecord(value) && (value.version === null || typeof value.version === "number") && typeof value.sha256 === "string" && typeof value.bytes === "number";
