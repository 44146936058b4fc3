import { useMemo } from "react";
import { samplesOf } from "../../../ecg/beats/table.ts";
import type { BeatView } from "../../beats/beat-view.ts";
import { orderBeats } from "../../beats/gallery/beat-order.ts";
import { beatFacts, beatName, formatScore } from "../../beats/gallery/beat-words.ts";
import { BeatCurve } from "../../check/beats/beat-curve.tsx";
import styles from "./beat-report.module.css";

/** How many beats are drawn: four rows on paper. */
const DRAWN = 16;

/** The beats with the highest anomaly scores, each with what it is, was taken for and was relabelled. */
export function MostAnomalousBeats({ view }: { readonly view: BeatView }) {
  const beats = useMemo(() => Array.from(orderBeats(view, "anomaly").subarray(0, DRAWN)), [view]);
  return (
    <section className={styles.anomalous} aria-label="Most anomalous beats">
      <h3>Most anomalous beats <small>{view.task === "classifier" ? "by 1 − probability of the normal class" : "by reconstruction error"}, each on its own scale</small></h3>
      <ol>
        {beats.map((beat) => {
          const { truth, predicted, relabelled } = beatFacts(view, beat);
          return (
            <li key={beat}>
              <BeatCurve samples={samplesOf(view.check.beats, beat)} />
              <span>{beatName(beat)} · {formatScore(view, beat)}</span>
              <span>
                {truth !== null && `true ${truth.code}, `}predicted {predicted.code}
                {relabelled !== null && `, relabelled ${relabelled.code}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
