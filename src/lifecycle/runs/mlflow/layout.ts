/**
 * MLflow's file store, as mlflow/store/tracking/file_store.py reads and writes it:
 * mlruns/<experiment>/meta.yaml, mlruns/<experiment>/<run>/{meta.yaml,params/,metrics/,tags/,artifacts/,inputs/},
 * mlruns/<experiment>/datasets/<dataset>/meta.yaml.
 */
export const ROOT = "mlruns";
export const META = "meta.yaml";

/** RunStatus of mlflow/protos/service.proto, as meta.yaml holds it. */
export const STATUS = { running: 1, scheduled: 2, finished: 3, failed: 4, killed: 5 } as const;

/** SourceType LOCAL. */
export const SOURCE_LOCAL = 4;

/** Of mlflow/utils/mlflow_tags.py; those that stand for a field of a run, here or there. */
export const MLFLOW_TAGS = {
  name: "mlflow.runName",
  note: "mlflow.note.content",
  user: "mlflow.user",
  sourceName: "mlflow.source.name",
  sourceType: "mlflow.source.type",
} as const;

/** Tags for what MLflow has no place for. */
export const OWN_TAGS = {
  format: "isoline.format",
  id: "isoline.id",
  model: "isoline.model",
  origin: "isoline.origin",
  start: "isoline.start",
  backend: "isoline.backend",
  appVersion: "isoline.appVersion",
  durationMs: "isoline.durationMs",
  failure: "isoline.failure",
  artifact: "isoline.artifact",
  dataName: "isoline.data.name",
  dataSha256: "isoline.data.sha256",
  dataRows: "isoline.data.rows",
  rowsPerClass: "isoline.data.rowsPerClass",
  split: "isoline.data.split",
  dataSeed: "isoline.data.seed",
  /** keys of the parameters that look like numbers and are texts */
  textParameters: "isoline.textParameters",
} as const;

export const FORMAT = "1";

const RESERVED: ReadonlySet<string> = new Set([...Object.values(MLFLOW_TAGS), ...Object.values(OWN_TAGS)]);

/** Whether a tag of this key stands for a field of the run, and none of the user's may be written under it. */
export const isReserved = (key: string): boolean => RESERVED.has(key);

/** Metrics of the whole run stand in this folder, beside those of its epochs. */
export const FINAL = "final";

/** mlflow/utils/validation.py: _RUN_ID_REGEX. */
export const RUN_ID = /^[a-zA-Z0-9][\w-]{0,255}$/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A run's folder: MLflow's databases hold 32 characters. */
export const runFolder = (id: string): string => (UUID.test(id) ? id.replaceAll("-", "") : id);
