import { pooledFigure, type MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import { WATCHED_METRICS, type WatchedMetric } from "../../lifecycle/monitoring/rule.ts";
import { figureText, METRIC_WORDS } from "../../lifecycle/monitoring/rule-words.ts";
import { Card } from "../shared/card.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted, NO_VALUE } from "../shared/format.ts";
import styles from "./monitoring.module.css";

interface FiguresCardProps {
  /** newest first */
  readonly checks: readonly MonitoredCheck[];
  readonly newest: number;
  readonly modelName: string;
  readonly checkHref: string;
}

/** A model's figures over its whole history beside those of its newest checks. */
export function FiguresCard({ checks, newest, modelName, checkHref }: FiguresCardProps) {
  if (checks.length === 0) {
    return (
      <EmptyState title={`${modelName} has made no saved check`} actions={<a href={checkHref}>Go to Check</a>}>
        Its figures appear here with its first check. Rules can be set before.
      </EmptyState>
    );
  }
  const recent = checks.slice(0, newest);
  const text = (metric: WatchedMetric, of: readonly MonitoredCheck[]) => {
    const value = pooledFigure(metric, of);
    return value === null ? NO_VALUE : figureText(metric, value);
  };
  const judged = checks.reduce((sum, check) => sum + check.judged, 0);
  const unlike = checks.filter(({ isUnlike }) => isUnlike).length;
  return (
    <Card heading={`Figures of ${modelName}`} note={formatCounted(checks.length, "check")}>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className={styles.number}>Whole history</th>
            <th scope="col" className={styles.number}>Newest {recent.length}</th>
          </tr>
        </thead>
        <tbody>
          {WATCHED_METRICS.map((metric) => (
            <tr key={metric}>
              <th scope="row">{METRIC_WORDS[metric].name}: {METRIC_WORDS[metric].note}</th>
              <td className={styles.number}>{text(metric, checks)}</td>
              <td className={styles.number}>{text(metric, recent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {formatCounted(checks.filter(({ confusion }) => confusion !== null).length, "check")} with labels; {formatCounted(judged, "event or beat", "events and beats")} judged by clinicians;
        {" "}{formatCounted(unlike, "file")} unlike the training data. Rows of all checks are pooled.
      </p>
    </Card>
  );
}
