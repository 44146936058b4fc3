import type { RunMetrics } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { Facts } from "../shared/facts.tsx";
import { valueText } from "./run-words.ts";

/** What a run reached in the end. */
export function MetricsCard({ metrics, isGoingOn }: { readonly metrics: RunMetrics; readonly isGoingOn: boolean }) {
  const entries = Object.entries(metrics);
  return (
    <Card heading="Final metrics" note={entries.length === 0 ? undefined : "of the weights that were kept"}>
      {entries.length === 0 ? <p>{isGoingOn ? "They are known when the run ends." : "None were measured."}</p> : <Facts facts={entries.map(([name, value]) => [name, valueText(value)])} />}
    </Card>
  );
}
