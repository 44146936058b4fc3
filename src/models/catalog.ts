import { meta as denseAutoencoder } from "./dense-autoencoder/meta.ts";
import type { DetectorId, DetectorMeta } from "./detector.ts";
import { meta as heartRateCnn } from "./heart-rate-cnn/meta.ts";
import { meta as isolationForest } from "./isolation-forest/meta.ts";
import { meta as rollingMedian } from "./rolling-median/meta.ts";

/** The detectors in the order in which they are offered. */
export const DETECTORS: readonly DetectorMeta[] = [heartRateCnn, rollingMedian, isolationForest, denseAutoencoder];

export const DEFAULT_DETECTOR: DetectorId = "heart-rate-cnn";
