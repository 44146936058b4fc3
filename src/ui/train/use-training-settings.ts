import { useMemo, useState } from "react";
import type { RunStart } from "../../lifecycle/runs/training-run.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { RecordingModelMeta } from "../../models/recording-model.ts";
import { chooseOnly, readParameters } from "../check/detector-choice.ts";

/** From where on a model is trained and with which settings, for the fields that set them; `values` is null while a setting will not do. */
export function useTrainingSettings(model: BeatModelMeta | RecordingModelMeta) {
  const [start, onStart] = useState<RunStart>({ kind: "scratch" });
  const [choice, onChoice] = useState(() => chooseOnly(model.id));
  const meta = useMemo(() => ({ ...model, parameters: model.training }), [model]);
  const reading = readParameters(choice, meta);
  return {
    start,
    values: reading.kind === "valid" ? reading.values : null,
    startField: { model, start, onStart },
    parameterFields: { meta, choice, onChoice, reading },
  };
}
