import type { ClassifierMetrics } from "../../../models/card.ts";
import { ClassTable } from "../../models/class-table.tsx";
import { FigureList } from "../../models/figure-list.tsx";
import styles from "./class-figures.module.css";

/** Accuracy and macro-F1 over all labelled beats, and each class against the rest. */
export function ClassFigures({ metrics }: { readonly metrics: ClassifierMetrics }) {
  return (
    <div className={styles.figures}>
      <FigureList figures={[{ name: "Accuracy", measured: metrics.accuracy }, { name: "Macro-F1", measured: metrics.macroF1 }]} />
      <ClassTable metrics={metrics} />
    </div>
  );
}
