import type { BeatModelId } from "../models/beat-model.ts";
import type { DetectorId } from "../models/detector.ts";
import type { RecordingModelId } from "../models/recording-model.ts";

/** What computes with TensorFlow; the others do without its megabytes. */
const NETWORKS: ReadonlySet<DetectorId | BeatModelId | RecordingModelId> = new Set([
  "heart-rate-cnn", "dense-autoencoder", "beat-cnn", "lstm-fcn", "conv-autoencoder", "lstm-autoencoder", "arrhythmia", "twelve-lead",
]);

export const needsTensorFlow = (id: DetectorId | BeatModelId | RecordingModelId): boolean => NETWORKS.has(id);

let installed: Promise<void> | null = null;

/** Fetches TensorFlow into this worker and tells it where our origin serves its binaries; once, when it is first needed. */
export function installTensorFlow(): Promise<void> {
  installed ??= install();
  return installed;
}

/** The backend chosen for this worker, by name. */
export async function tensorFlowBackend(): Promise<string> {
  await installTensorFlow();
  const { chooseBackend } = await import("../models/backends/choose-backend.ts");
  return (await chooseBackend()).name;
}

/** Takes the backend in use out of use in this worker, and chooses the next. */
export async function rejectTensorFlowBackend(why: string): Promise<{ readonly name: string }> {
  await installTensorFlow();
  const { rejectBackend } = await import("../models/backends/choose-backend.ts");
  return rejectBackend(why);
}

/** See `requireGpu` of the backends; nothing to look at before TensorFlow is in use. */
export async function requireTensorFlowGpu(): Promise<void> {
  if (installed === null) return;
  await installed;
  const { requireGpu } = await import("../models/backends/lost-gpu.ts");
  await requireGpu();
}

async function install(): Promise<void> {
  const [{ installBackends }, { browserWasmPaths }] = await Promise.all([
    import("../models/backends/install-backends.ts"),
    import("../models/backends/browser-wasm-paths.ts"),
  ]);
  installBackends(browserWasmPaths);
}
