import type { ClassifierMetrics, Measured } from "../../models/card.ts";
import { formatCount, formatShare } from "../shared/format.ts";
import { intervalText, measuredClasses } from "./card-figures.ts";
import styles from "./class-table.module.css";

const COLUMNS = [
  { heading: "Accuracy", key: "accuracy" },
  { heading: "ROC-AUC", key: "rocAuc" },
  { heading: "Precision", key: "precision" },
  { heading: "Recall", key: "recall" },
  { heading: "F1", key: "f1" },
] as const;

/** Each class against the rest. */
export function ClassTable({ metrics }: { readonly metrics: ClassifierMetrics }) {
  return (
    <div className={styles.region} role="region" aria-label={`Figures of each class on ${metrics.evaluatedOn.name}`} tabIndex={0}>
      <table className={styles.table}>
        <caption>Each class against the rest; 95 % intervals below</caption>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Beats</th>
            {COLUMNS.map(({ heading }) => <th key={heading} scope="col">{heading}</th>)}
          </tr>
        </thead>
        <tbody>
          {measuredClasses(metrics).map(({ code, name }) => (
            <tr key={code}>
              <th scope="row"><b>{code}</b> <span className={styles.name}>{name}</span></th>
              <td>{formatCount(metrics.perClass[code].support)}</td>
              {COLUMNS.map(({ heading, key }) => <FigureCell key={heading} measured={metrics.perClass[code][key]} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureCell({ measured }: { readonly measured: Measured }) {
  return <td>{formatShare(measured.value)}<small>{intervalText(measured)}</small></td>;
}
