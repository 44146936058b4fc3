import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { FigureWithInterval, VersionFigures } from "../../lifecycle/registry/version-figures.ts";
import { formatCount, formatShare } from "../shared/format.ts";
import type { Comparison } from "./compare-on-set.ts";
import styles from "./comparison-table.module.css";

/** Both versions' figures side by side. */
export function ComparisonTable({ comparison }: { readonly comparison: Comparison }) {
  const { champion, candidate, figures, set } = comparison;
  return (
    <div className={styles.region} role="region" aria-label={`Figures on ${set.name}`} tabIndex={0}>
      <table>
        <caption>On “{set.name}”, {formatCount(set.rows)} rows; 95 % intervals of a bootstrap over {overWhat(figures.champion, set.kind)}{aside(set.kind)}</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Rows</th>
            <th scope="col">Version {champion.version}, champion</th>
            <th scope="col">Version {candidate.version}</th>
          </tr>
        </thead>
        <tbody>
          <FigureRow name="Accuracy" before={figures.champion.accuracy} after={figures.candidate.accuracy} />
          <FigureRow name="Macro-F1" before={figures.champion.macroF1} after={figures.candidate.macroF1} />
          {figures.champion.classes.flatMap((before, k) => {
            const after = figures.candidate.classes[k];
            return [
              <FigureRow key={`${before.code} Se`} name={`Sensitivity of ${before.code}`} detail={before.name} rows={before.rows} before={before.sensitivity} after={after.sensitivity} />,
              <FigureRow key={`${before.code} +P`} name={`+P of ${before.code}`} before={before.positivePredictivity} after={after.positivePredictivity} />,
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What the intervals are over, by the kind of set. */
const GROUPS: Readonly<Record<EvaluationSet["kind"], string>> = { beats: "files", "heart-rate": "patients", recordings: "recordings", "twelve-lead": "records" };

const overWhat = ({ patients }: VersionFigures, kind: EvaluationSet["kind"]): string => (patients === null ? "rows, which takes them for independent" : `the ${patients} ${GROUPS[kind]}`);

function aside(kind: EvaluationSet["kind"]): string {
  if (kind === "recordings") return ". Beats are compared at the R peaks that are found, the same for both versions; labelled beats that are not found have no part";
  if (kind === "twelve-lead") return ". Each superclass is a question to each record, answered at the version’s own thresholds; accuracy is over all answers";
  return "";
}

interface FigureRowProps {
  readonly name: string;
  /** what the class is called */
  readonly detail?: string;
  readonly rows?: number;
  readonly before: FigureWithInterval;
  readonly after: FigureWithInterval;
}

function FigureRow({ name, detail, rows, before, after }: FigureRowProps) {
  return (
    <tr>
      <th scope="row">{name}{detail !== undefined && <small> {detail}</small>}</th>
      <td>{rows !== undefined && formatCount(rows)}</td>
      <FigureCell figure={before} />
      <FigureCell figure={after} />
    </tr>
  );
}

function FigureCell({ figure: { value, interval } }: { readonly figure: FigureWithInterval }) {
  return <td>{formatShare(value)}{interval !== null && <small> {formatShare(interval.low)} – {formatShare(interval.high)}</small>}</td>;
}
