import type { TrainingRun } from "./training-run.ts";

/** A run as a sentence names it. */
export const modelRunName = ({ modelId, name }: Pick<TrainingRun, "modelId" | "name">): string => `“${name}” of ${modelId}`;
