import { useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { ConfusionMatrixTable } from "../../beats/overview/confusion-matrix-table.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted, formatPercent, NO_VALUE } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { annotationAgreement } from "./class-tally.ts";
import styles from "./agreement-card.module.css";

const share = (value: number | null) => (value === null ? NO_VALUE : formatPercent(value));

/** The model's classes against the file's annotations, in the manner of EC57. */
export function AgreementCard({ view: { labels } }: { readonly view: Pick<RecordingView, "labels"> }) {
  const agreement = useMemo(() => annotationAgreement(labels), [labels]);
  if (agreement === null) {
    return (
      <Card heading="Against the annotations">
        <p className={styles.note}>The file names no classes of beats: there is nothing to measure the model’s answers against.</p>
      </Card>
    );
  }
  const { confusion, beats, accuracy, perClass } = agreement;
  return (
    <Card heading="Against the annotations" note={`${formatCounted(beats, "annotated beat")} found; accuracy ${formatPercent(accuracy)}`}>
      <ConfusionMatrixTable counts={confusion} fileClasses={CLASSES.aami} modelClasses={CLASSES.aami} isRight={(truth, predicted) => truth === predicted} />
      <table className={styles.table}>
        <caption>Each class against the rest, EC57-style</caption>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Beats</th>
            <th scope="col"><abbr title="Sensitivity">Se</abbr></th>
            <th scope="col"><abbr title="Positive predictivity">+P</abbr></th>
            <th scope="col"><abbr title="False positive rate">FPR</abbr></th>
          </tr>
        </thead>
        <tbody>
          {perClass.map(({ code, name, beats: own, sensitivity, positivePredictivity, falsePositiveRate }) => (
            <tr key={code}>
              <th scope="row" title={name}>{code}</th>
              <td>{formatCount(own)}</td>
              <td>{share(sensitivity)}</td>
              <td>{share(positivePredictivity)}</td>
              <td>{share(falsePositiveRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>The model’s own classes, before any relabelling, at beats found within 150 ms of an annotated one, over the whole recording.</p>
    </Card>
  );
}
