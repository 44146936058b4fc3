import { formatFixed, formatPercent } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import { beatFacts, formatScore } from "../gallery/beat-words.ts";
import { ClassFact } from "./class-fact.tsx";
import styles from "./beat-facts-list.module.css";

interface BeatFactsListProps {
  readonly view: BeatView;
  readonly beat: number;
}

/** What a beat is by the file, by the model and by the clinician. */
export function BeatFactsList({ view, beat }: BeatFactsListProps) {
  const { truth, predicted, relabelled, isWrong } = beatFacts(view, beat);
  return (
    <dl className={styles.facts}>
      {view.fileClasses !== null && <ClassFact term="True" kind="true" given={truth} />}
      <ClassFact term="Predicted" kind="predicted" given={predicted} />
      <ClassFact term="Relabelled" kind="relabelled" given={relabelled} />
      {truth !== null && (
        <div>
          <dt>Model</dt>
          <dd>{isWrong ? <b>≠ wrong</b> : "= right"}</dd>
        </div>
      )}
      {view.task === "classifier" && (
        <div>
          <dt>Confidence</dt>
          <dd>{formatPercent(view.confidence[beat])}</dd>
        </div>
      )}
      <div>
        <dt>{view.task === "classifier" ? "Anomaly score" : "Error"}</dt>
        <dd>{formatScore(view, beat)}{view.threshold !== null && ` (threshold ${formatFixed(view.threshold, 2)})`}</dd>
      </div>
    </dl>
  );
}
