import { useState } from "react";
import { isBeatModel, isDetector } from "../models/model-kinds.ts";
import { ActiveTraining } from "./active-training.tsx";
import { BeatForm } from "./beat-form.tsx";
import { PausedRuns } from "./paused-runs.tsx";
import { RateForm } from "./rate-form.tsx";
import { RecordingForm } from "./recording-form.tsx";
import { TRAINABLE_MODELS } from "./trainable-models.ts";
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
  const model = TRAINABLE_MODELS.find(({ id }) => id === chosen) ?? TRAINABLE_MODELS[0];
  return (
    <div className={styles.screen}>
      <header>
        <h1 tabIndex={-1}>Train</h1>
        <p className={styles.intro}>
          A new version of a model, learnt on this device from what a clinician relabelled or a file labels. It becomes a challenger: checks go on with the champion until you promote it.
        </p>
      </header>
      <ActiveTraining modelHref={modelHref} runHref={runHref} />
      <PausedRuns runHref={runHref} />
      {isBeatModel(model) ? (
        <BeatForm key={model.id} model={model} onModel={setChosen} checkHref={checkHref} />
      ) : isDetector(model) ? (
        <RateForm key={model.id} model={model} onModel={setChosen} checkHref={checkHref} />
      ) : (
        <RecordingForm key={model.id} model={model} onModel={setChosen} checkHref={checkHref} />
      )}
    </div>
  );
}
