import { useState } from "react";
import { BEAT_MODELS } from "../../models/catalog.ts";
import { ActiveTraining } from "./active-training.tsx";
import { PausedRuns } from "./paused-runs.tsx";
import { TrainForm } from "./train-form.tsx";
import styles from "./train-screen.module.css";

interface TrainScreenProps {
  /** the model to begin with, if it is one that can be trained here */
  readonly modelId: string | null;
  readonly checkHref: string;
  readonly modelHref: (modelId: string) => string;
  readonly runHref: (runId: string) => string;
}

/** Training a version of a model on this device: what it learns from, what is under way, what can be taken up again. */
export function TrainScreen({ modelId, checkHref, modelHref, runHref }: TrainScreenProps) {
  const [chosen, setChosen] = useState(modelId);
  const model = BEAT_MODELS.find(({ id }) => id === chosen) ?? BEAT_MODELS[0];
  return (
    <div className={styles.screen}>
      <header>
        <h1 tabIndex={-1}>Train</h1>
        <p className={styles.intro}>
          A new version of a model, learnt on this device from beats that a clinician relabelled or a file labels. It becomes a challenger: checks go on with the champion until you promote it.
        </p>
      </header>
      <ActiveTraining modelHref={modelHref} runHref={runHref} />
      <PausedRuns runHref={runHref} />
      <TrainForm key={model.id} model={model} models={BEAT_MODELS} onModel={setChosen} checkHref={checkHref} />
    </div>
  );
}
