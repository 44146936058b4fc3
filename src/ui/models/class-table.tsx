import { CLASSES } from "../../ecg/beats/classes.ts";
import type { ClassifierMetrics, Measured } from "../../models/card.ts";
import { formatCount, formatShare } from "../shared/format.ts";
import { intervalText } from "./card-figures.ts";
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
          {Object.entries(metrics.perClass).map(([code, figures]) => (
            <tr key={code}>
              <th scope="row"><b>{code}</b> <span className={styles.name}>{className(code)}</span></th>
              <td>{formatCount(figures.support)}</td>
              {COLUMNS.map(({ heading, key }) => <FigureCell key={heading} measured={figures[key]} />)}
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

/** The classifiers that ship name the classes of ANSI/AAMI EC57. */
const className = (code: string): string => CLASSES.aami.find((each) => each.code === code)?.name ?? "";
