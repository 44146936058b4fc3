import { useId, useMemo, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { RunStart } from "../../lifecycle/runs/training-run.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { chooseOnly, readParameters, typeParameter } from "../check/detector-choice.ts";
import { DetectorParameters } from "../check/detector-parameters.tsx";
import { OptionGroup } from "../check/option-group.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { DataCard } from "./data-card.tsx";
import { PlanTable } from "./plan-table.tsx";
import { StartChoice } from "./start-choice.tsx";
import { gatherBeats, type LabelledSource, type LabelSource } from "./training-data.ts";
import { orderTraining } from "./training-order.ts";
import { planTraining } from "./training-plan.ts";
import { useTrainingState } from "./use-trainings.ts";
import styles from "./train-form.module.css";

interface TrainFormProps {
  readonly model: BeatModelMeta;
  readonly models: readonly BeatModelMeta[];
  readonly onModel: (modelId: string) => void;
  readonly checkHref: string;
}

const NO_SOURCES: readonly LabelledSource[] = [];

/** What to train, from where on, with which settings and on what; and what that comes to. */
export function TrainForm({ model, models, onModel, checkHref }: TrainFormProps) {
  const { trainings } = useServices();
  const isTraining = useTrainingState().kind === "training";
  const modelFieldId = useId();
  const [start, setStart] = useState<RunStart>({ kind: "scratch" });
  const [choice, setChoice] = useState(() => chooseOnly(model.id));
  const [sources, setSources] = useState(NO_SOURCES);
  const [labels, setLabels] = useState<LabelSource>("file-and-clinician");
  const [by, setBy] = useState<"patient" | "row">("patient");
  const [problem, setProblem] = useState<Problem | null>(null);

  const trained = useMemo(() => ({ ...model, parameters: model.training }), [model]);
  const reading = readParameters(choice, trained);
  const validationShare = reading.kind === "valid" ? Number(reading.values["validationShare"] ?? 0.1) : null;
  const seed = reading.kind === "valid" ? Number(reading.values["seed"] ?? 1) : null;
  const gathered = useMemo(() => gatherBeats(sources, { scheme: model.scheme, samplesPerBeat: model.samplesPerBeat, labels }), [sources, model, labels]);
  const plan = useMemo(
    () => (validationShare === null || seed === null || gathered.beats.count === 0 ? null : planTraining(gathered, { by, validationShare, seed, task: model.task })),
    [gathered, by, validationShare, seed, model],
  );

  function begin(): void {
    if (plan === null || reading.kind !== "valid") return;
    setProblem(null);
    orderTraining({ model, parameters: reading.values, start, gathered, plan }).then(trainings.start, (cause: unknown) => setProblem(toProblem(cause)));
  }

  return (
    <div className={styles.form}>
      <Card heading="What to train">
        <div className={styles.fields}>
          <div className={styles.field}>
            <label htmlFor={modelFieldId}>Model</label>
            <select id={modelFieldId} value={model.id} onChange={(event) => onModel(event.target.value)}>
              {models.map(({ id, name, samplesPerBeat }) => <option key={id} value={id}>{name} (beats of {samplesPerBeat} samples)</option>)}
            </select>
            <small>{model.sentence}</small>
          </div>
          <StartChoice model={model} start={start} onStart={setStart} />
          {model.presets.length > 0 && (
            <div className={styles.presets}>
              {model.presets.map(({ id, label, values }) => (
                <Button key={id} variant="link" onClick={() => setChoice(Object.entries(values).reduce((typed, [key, value]) => typeParameter(typed, model.id, { key, text: String(value) }), chooseOnly(model.id)))}>
                  Settings of “{label}”
                </Button>
              ))}
            </div>
          )}
          <DetectorParameters meta={trained} choice={choice} onChoice={setChoice} reading={reading} />
        </div>
      </Card>
      <DataCard model={model} checkHref={checkHref} onSources={setSources}>
        <OptionGroup
          legend="Labels"
          value={labels}
          onPick={setLabels}
          options={[
            { value: "file-and-clinician", label: "The file’s, with the clinician’s corrections" },
            { value: "clinician", label: "Only beats that a clinician relabelled" },
          ]}
        />
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
        {problem !== null && <ProblemAlert problem={problem} />}
        <div className={styles.begin}>
          <Button variant="primary" onClick={begin} disabled={plan === null || plan.problem !== null || reading.kind !== "valid" || isTraining}>Start training</Button>
          {isTraining && <span>One training at a time: this one can start when the other has ended.</span>}
        </div>
      </DataCard>
    </div>
  );
}
