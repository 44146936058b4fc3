import { useEffect, useState, type ReactNode } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Measured, ModelCard } from "../../models/card.ts";
import { Dialog } from "../shared/dialog.tsx";
import { formatCounted, formatShare } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { fetchCard } from "./fetch-card.ts";
import styles from "./model-card-dialog.module.css";

interface ModelCardDialogProps {
  readonly detectorId: string;
  readonly name: string;
  readonly onClose: () => void;
}

type Reading =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly card: ModelCard }
  | { readonly kind: "failed"; readonly problem: Problem };

/** What a shipped detector is for, what it was made of, how well it does, and where it fails. */
export function ModelCardDialog({ detectorId, name, onClose }: ModelCardDialogProps) {
  const [reading, setReading] = useState<Reading>({ kind: "reading" });
  useEffect(() => {
    const controller = new AbortController();
    fetchCard(detectorId, controller.signal).then(
      (card) => setReading({ kind: "read", card }),
      (cause: unknown) => {
        if (!controller.signal.aborted) setReading({ kind: "failed", problem: toProblem(cause) });
      },
    );
    return () => controller.abort();
  }, [detectorId]);
  return (
    <Dialog title={`Model card: ${name}`} onClose={onClose} width="wide">
      {reading.kind === "reading" && <p role="status">Reading the card …</p>}
      {reading.kind === "failed" && <ProblemAlert problem={reading.problem} />}
      {reading.kind === "read" && <CardFacts card={reading.card} />}
    </Dialog>
  );
}

function CardFacts({ card }: { readonly card: ModelCard }) {
  const { trainedOn, metrics } = card;
  return (
    <dl className={styles.facts}>
      <Fact name="Intended use">{card.intendedUse}</Fact>
      <Fact name="Limits"><ul>{card.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul></Fact>
      <Fact name="Figures">
        {metrics === null ? "Not measured." : (
          <>
            Precision {withInterval(metrics.precision)}, recall {withInterval(metrics.recall)}, F1 {withInterval(metrics.f1)}, average
            precision {withInterval(metrics.averagePrecision)} at the shipped threshold of {card.threshold}, on {metrics.evaluatedOn.name}:{" "}
            {formatCounted(metrics.evaluatedOn.rows, "row")} of {formatCounted(metrics.evaluatedOn.patients, "patient")} that nothing was
            trained on. Ranges are 95 % intervals: over rows for precision and recall, over patients for the others.
          </>
        )}
      </Fact>
      <Fact name="Trained on">{trainedOn.name}, {formatCounted(trainedOn.rows, "row")} of {formatCounted(trainedOn.patients, "patient")}, SHA-256 {trainedOn.sha256.slice(0, 16)}</Fact>
      <Fact name="How it was chosen">{card.split}</Fact>
      <Fact name="Version">{card.version}, {card.date}</Fact>
      <Fact name="Licence">{card.licence}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function withInterval({ value, interval }: Measured): string {
  return interval === null ? formatShare(value) : `${formatShare(value)} (${formatShare(interval.low)}–${formatShare(interval.high)})`;
}
