import type { Detect, DetectorId } from "./detector.ts";

/** The computing part of a detector, loaded when it is first asked for: TensorFlow comes only with those that need it. */
export async function loadDetector(id: DetectorId): Promise<Detect> {
  return (await LOADERS[id]()).detect;
}

const LOADERS: Readonly<Record<DetectorId, () => Promise<{ readonly detect: Detect }>>> = {
  "heart-rate-cnn": () => import("./heart-rate-cnn/detect.ts"),
  "dense-autoencoder": () => import("./dense-autoencoder/detect.ts"),
  "isolation-forest": () => import("./isolation-forest/detect.ts"),
  "rolling-median": () => import("./rolling-median/detect.ts"),
};
