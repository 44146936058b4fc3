import { useMemo } from "react";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { ConfusionMatrixTable } from "../../beats/overview/confusion-matrix-table.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted, formatFixed, formatPercent, NO_VALUE } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { annotationAgreement } from "./class-tally.ts";
import { peakAgreement } from "./peak-agreement.ts";
import styles from "./agreement-card.module.css";

const share = (value: number | null) => (value === null ? NO_VALUE : formatPercent(value));

/** The model's classes against the file's annotations, in the manner of EC57. */
export function AgreementCard({ view: { labels, recording, beats } }: { readonly view: Pick<RecordingView, "labels" | "recording" | "beats"> }) {
  const agreement = useMemo(() => annotationAgreement(labels), [labels]);
  const peaks = useMemo(() => peakAgreement(recording, beats.peakSample), [recording, beats]);
  if (agreement === null) {
    return (
      <Card heading="Against the annotations">
        <p className={styles.note}>No beat that was found lies near an annotated one: there is nothing to measure the model’s answers against.</p>
      </Card>
    );
  }
  const { confusion, beats: annotated, accuracy, perClass } = agreement;
  return (
    <Card heading="Against the annotations" note={`${formatCounted(annotated, "annotated beat")} found; accuracy ${formatPercent(accuracy)}`}>
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
      {peaks !== null && (
        <p className={styles.note}>
          R peaks within 150 ms: sensitivity {share(peaks.tolerance150.sensitivity)}, positive predictivity {share(peaks.tolerance150.positivePredictivity)}; mean absolute
          error {formatFixed(peaks.meanAbsoluteErrorMs, 1)} ms. Ventricular flutter that the file marks is left out.
        </p>
      )}
    </Card>
  );
}
