import type { ClassifierMetrics } from "../../models/card.ts";
import { ConfusionMatrixTable } from "../beats/overview/confusion-matrix-table.tsx";
import { measuredClasses } from "./card-figures.ts";
import { ClassTable } from "./class-table.tsx";
import styles from "./measured-classes.module.css";

/** How well a classifier tells each class from the rest, and which it takes for which. */
export function MeasuredClasses({ metrics }: { readonly metrics: ClassifierMetrics }) {
  const classes = measuredClasses(metrics);
  return (
    <>
      <ClassTable metrics={metrics} />
      <div className={styles.matrix}>
        <ConfusionMatrixTable
          counts={metrics.confusion} fileClasses={classes} modelClasses={classes}
          isRight={(truth, predicted) => truth === predicted}
        />
      </div>
    </>
  );
}
