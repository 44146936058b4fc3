import { type MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import { WATCHED_METRICS } from "../../lifecycle/monitoring/rule.ts";
import { Card } from "../shared/card.tsx";
import { formatCount } from "../shared/format.ts";
import { Legend } from "../shared/legend.tsx";
import { ChecksTable } from "./checks-table.tsx";
import { MetricChart } from "./metric-chart.tsx";
import { chartSeries, MOST_DRAWN } from "./chart-series.ts";
import styles from "./monitoring.module.css";
import chart from "./metric-chart.module.css";

interface ChartsCardProps {
  /** newest first */
  readonly checks: readonly MonitoredCheck[];
  readonly newest: number;
  readonly resultHref: (checkId: string) => string;
}

/** Each figure over the checks, oldest first: of each check alone, and of it with those before it. */
export function ChartsCard({ checks, newest, resultHref }: ChartsCardProps) {
  const drawn = checks.slice(0, MOST_DRAWN);
  return (
    <Card heading="Over the checks" note={checks.length > MOST_DRAWN ? `the newest ${formatCount(MOST_DRAWN)}` : "oldest first"}>
      <Legend>
        <li><svg width="10" height="10" aria-hidden><circle cx="5" cy="5" r="3" className={chart.dot} /></svg>one check</li>
        <li><svg width="22" height="10" aria-hidden><path d="M0,5H22" className={chart.line} /></svg>pooled with up to {formatCount(newest - 1)} before it</li>
      </Legend>
      <div className={styles.grid}>
        {WATCHED_METRICS.map((metric) => <MetricChart key={metric} metric={metric} series={chartSeries(metric, drawn, newest)} />)}
      </div>
      <details>
        <summary>The checks as a table</summary>
        <ChecksTable checks={drawn} resultHref={resultHref} />
      </details>
    </Card>
  );
}
