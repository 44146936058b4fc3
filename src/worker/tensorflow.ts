import type { DetectorId } from "../models/detector.ts";

/** The detectors that compute with TensorFlow; the others do without its megabytes. */
const TENSORFLOW_DETECTORS: ReadonlySet<DetectorId> = new Set(["heart-rate-cnn", "dense-autoencoder"]);

export const needsTensorFlow = (id: DetectorId): boolean => TENSORFLOW_DETECTORS.has(id);

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

async function install(): Promise<void> {
  const [{ installBackends }, { browserWasmPaths }] = await Promise.all([
    import("../models/backends/install-backends.ts"),
    import("../models/backends/browser-wasm-paths.ts"),
  ]);
  installBackends(browserWasmPaths);
}
