import { ProblemError } from "../../ecg/problem.ts";
import type { TrainVersion } from "./training-job.ts";

/** Trains a version of any model that can be trained in the app. Throws the ProblemError "not-trainable" for the others. */
export const trainVersion: TrainVersion = ({ modelId }) => {
  throw new ProblemError("not-trainable", `${modelId} cannot be trained in the app`, "Train it with npm run train and import the run");
};
