import { useCallback, useMemo, useState } from "react";
import { useServices } from "../../shared/services.ts";
import type { BeatView } from "../beat-view.ts";
import { BeatChart } from "./beat-chart.tsx";
import { attributionWords, reconstructionWords } from "./explanation-words.ts";
import { ExplanationNote } from "./explanation-note.tsx";
import { useExplanation, type AskedExplanation } from "./use-explanation.ts";
import styles from "./explained-beat.module.css";

interface ExplainedBeatProps {
  readonly view: BeatView;
  readonly beat: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

/** The samples of a beat and what the model made of them: an autoencoder's reconstruction, or what each sample spoke for. */
export function ExplainedBeat({ view, beat, samples }: ExplainedBeatProps) {
  const { analysis, repository } = useServices();
  const { check: { record }, model, task, modelClasses, predicted, threshold } = view;
  const [asked, setAsked] = useState({ beat, classIndex: predicted[beat] });
  // Each beat is explained for the class predicted, until another is asked for.
  const classIndex = asked.beat === beat ? asked.classIndex : predicted[beat];
  const { parameters } = record;

  // A copy of the samples: a view would be sent with those of all beats.
  const request = useMemo(
    (): AskedExplanation | null => (model === null ? null : { modelId: model.id, parameters, beat: samples.slice(), classIndex }),
    [model, parameters, samples, classIndex],
  );
  const { modelVersion } = record;
  const explain = useCallback(
    async (asked: AskedExplanation, signal: AbortSignal) => analysis.explain({ ...asked, files: await repository.registry.files(asked.modelId, modelVersion) }, signal),
    [analysis, repository, modelVersion],
  );
  const { state, cancel, again } = useExplanation(explain, request);
  const explanation = state.kind === "explained" ? state.explanation : null;
  const reconstruction = explanation?.kind === "reconstruction" ? explanation.samples : null;
  const { code } = modelClasses[classIndex];
  const attribution = explanation?.kind === "attribution" ? { ...explanation, code } : null;

  const words = attribution !== null
    ? attributionWords(attribution.values, { ...attribution, time: record })
    : reconstruction !== null && threshold !== null
      ? reconstructionWords(samples, { reconstruction, error: view.anomalyScore[beat], threshold, time: record })
      : null;
  return (
    <figure className={styles.figure}>
      <BeatChart
        beat={{ samples, reconstruction, attribution }} time={record}
        hasBand={task === "classifier" && explanation?.kind !== "none"} label={`Samples of the beat. ${words ?? ""}`}
      />
      <figcaption className={styles.caption}>
        {task === "classifier" && explanation?.kind !== "none" && (
          <label className={styles.choice}>
            Explain class
            <select value={classIndex} onChange={(event) => setAsked({ beat, classIndex: Number(event.target.value) })}>
              {modelClasses.map(({ code, name }, index) => <option key={code} value={index}>{code} – {name}{index === predicted[beat] ? " (predicted)" : ""}</option>)}
            </select>
          </label>
        )}
        <ExplanationNote state={state} words={words} onCancel={cancel} onAgain={again} />
      </figcaption>
    </figure>
  );
}
