import { pooledFigure, type MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import { WATCHED_METRICS } from "../../lifecycle/monitoring/rule.ts";
import { figureText, METRIC_WORDS } from "../../lifecycle/monitoring/rule-words.ts";
import { formatDateTime, NO_VALUE } from "../shared/format.ts";
import styles from "./checks-table.module.css";

interface ChecksTableProps {
  /** newest first */
  readonly checks: readonly MonitoredCheck[];
  readonly resultHref: (checkId: string) => string;
}

/** What the charts draw, in numbers. */
export function ChecksTable({ checks, resultHref }: ChecksTableProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Checks with their figures">
      <table>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Made</th>
            <th scope="col">Version</th>
            {WATCHED_METRICS.map((metric) => <th key={metric} scope="col" className={styles.number}>{METRIC_WORDS[metric].name}</th>)}
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <th scope="row"><a href={resultHref(check.id)}>{check.name}</a></th>
              <td>{formatDateTime(check.createdAt)}</td>
              <td>{check.version}</td>
              {WATCHED_METRICS.map((metric) => {
                const value = pooledFigure(metric, [check]);
                return <td key={metric} className={styles.number}>{value === null ? NO_VALUE : figureText(metric, value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
