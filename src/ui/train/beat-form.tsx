import { useMemo, useState } from "react";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { chooseOnly, typeParameter } from "../check/detector-choice.ts";
import { DetectorParameters } from "../check/detector-parameters.tsx";
import { OptionGroup } from "../check/option-group.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { gatherBeats, type LabelSource } from "./beat-data.ts";
import { BeginTraining } from "./begin-training.tsx";
import { beatSources, NO_DATA } from "./chosen-data.ts";
import { DataCard } from "./data-card.tsx";
import { ModelField } from "./model-field.tsx";
import { PlanTable } from "./plan-table.tsx";
import { StartChoice } from "./start-choice.tsx";
import { orderBeatTraining } from "./training-order.ts";
import { planTraining } from "./training-plan.ts";
import { useTrainingSettings } from "./use-training-settings.ts";
import styles from "./train-form.module.css";

interface BeatFormProps {
  readonly model: BeatModelMeta;
  readonly onModel: (modelId: string) => void;
  readonly checkHref: string;
}

/** Training a model of single beats: from where on, with which settings, on what; and what that comes to. */
export function BeatForm({ model, onModel, checkHref }: BeatFormProps) {
  const { start, values: parameters, startField, parameterFields } = useTrainingSettings(model);
  const [data, setData] = useState(NO_DATA);
  const [labels, setLabels] = useState<LabelSource>("file-and-clinician");
  const [by, setBy] = useState<"patient" | "row">("patient");

  const validationShare = parameters && Number(parameters["validationShare"] ?? 0.1);
  const seed = parameters && Number(parameters["seed"] ?? 1);
  const gathered = useMemo(() => gatherBeats(beatSources(data), { scheme: model.scheme, samplesPerBeat: model.samplesPerBeat, labels }), [data, model, labels]);
  const plan = useMemo(
    () => (validationShare === null || seed === null || gathered.beats.count === 0 ? null : planTraining(gathered, { by, validationShare, seed, task: model.task })),
    [gathered, by, validationShare, seed, model],
  );
  const applyPreset = (values: BeatModelMeta["presets"][number]["values"]) =>
    parameterFields.onChoice(Object.entries(values).reduce((typed, [key, value]) => typeParameter(typed, model.id, { key, text: String(value) }), chooseOnly(model.id)));

  return (
    <div className={styles.form}>
      <Card heading="What to train">
        <div className={styles.fields}>
          <ModelField model={model} onModel={onModel} />
          <StartChoice {...startField} />
          {model.presets.length > 0 && (
            <div className={styles.presets}>
              {model.presets.map(({ id, label, values }) => <Button key={id} variant="link" onClick={() => applyPreset(values)}>Settings “{label}”</Button>)}
            </div>
          )}
          <DetectorParameters {...parameterFields} />
        </div>
      </Card>
      <DataCard model={model} checkHref={checkHref} onData={setData} labels={labels} onLabels={setLabels} clinicianOnly="Only beats that a clinician relabelled">
        <OptionGroup
          legend="Divide by"
          value={by}
          onPick={setBy}
          options={[
            { value: "patient", label: "Patient (a file counts as one)" },
            { value: "row", label: "Beat" },
          ]}
        />
        {plan === null ? <p role="status" className={styles.none}>No labelled beats are chosen yet.</p> : <PlanTable plan={plan} />}
        <BeginTraining order={plan === null || plan.problem !== null || parameters === null ? null : () => orderBeatTraining({ model, parameters, start, gathered, plan })} />
      </DataCard>
    </div>
  );
}
