import type { AutoencoderMetrics } from "../../models/card.ts";
import { formatCount, formatCounted } from "../shared/format.ts";
import { measurements } from "./card-figures.ts";
import { FigureList } from "./figure-list.tsx";
import { MeasuredClasses } from "./measured-classes.tsx";
import { isBeatModelCard, isDetectorCard, type AnyCard } from "./model-kinds.ts";
import styles from "./card-measurements.module.css";

/** How well a shipped model did on each file it was measured on. */
export function CardMeasurements({ card }: { readonly card: AnyCard }) {
  const measured = measurements(card);
  if (measured.length === 0) return "Not measured.";
  return measured.map(({ data, rows, figures }, index) => {
    const beatMetrics = isBeatModelCard(card) ? card.metrics[index] : null;
    return (
      <div key={data} className={styles.measurement}>
        <FigureList figures={figures} />
        <p className={styles.note}>
          {beatMetrics === null ? dataNote(card) : `On ${data}: ${formatCounted(rows, "beat")}. ${INTRA_PATIENT}`}
          {beatMetrics !== null && "normalRight" in beatMetrics && ` ${rightText(beatMetrics)}`} Ranges are 95 % intervals.
        </p>
        {beatMetrics !== null && "perClass" in beatMetrics && <MeasuredClasses metrics={beatMetrics} />}
      </div>
    );
  });
}

/** True of both beat data sets: one mixes the beats of all patients, the other is a single patient's. */
const INTRA_PATIENT = "Intra-patient: other beats of the same people as in training.";

/** What a model of heart rates or raw ECGs was measured on. */
function dataNote(card: AnyCard): string {
  if (isBeatModelCard(card) || card.metrics === null) return "";
  const { name, rows } = card.metrics.evaluatedOn;
  if (card.id === "twelve-lead") return `On ${name}, folds ${card.metrics.evaluatedOn.folds.join(", ")}: ${formatCounted(rows, "record")} that nothing was trained on.`;
  if (!isDetectorCard(card)) return `At annotated R peaks of ${name}: ${formatCounted(rows, "beat")} of ${formatCounted(card.metrics.evaluatedOn.patients, "patient")} that nothing was trained on, EC57-style.`;
  const { patients } = card.metrics.evaluatedOn;
  return `At the shipped threshold of ${card.threshold}, on ${name}: ${formatCounted(rows, "row")} of ${formatCounted(patients, "patient")} that nothing was trained on. Precision and recall vary over rows, the others over patients.`;
}

function rightText({ normalRight, anomalousRight }: AutoencoderMetrics): string {
  const share = ({ right, of }: AutoencoderMetrics["normalRight"]) => `${formatCount(right)} of ${formatCount(of)}`;
  return `At the shipped threshold ${share(normalRight)} normal and ${share(anomalousRight)} anomalous beats are told rightly.`;
}
