import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Card } from "../shared/card.tsx";
import { Facts } from "../shared/facts.tsx";
import { formatCount, formatPercent } from "../shared/format.ts";
import { splitText } from "./run-words.ts";

/** What a run learnt from. */
export function DataCard({ data }: Pick<TrainingRun, "data">) {
  const { name, sha256, rows, rowsPerClass, seed } = data;
  const labelled = Object.values(rowsPerClass).reduce((sum, count) => sum + count, 0);
  const split = splitText(data);
  return (
    <Card heading="Data">
      <Facts
        facts={[
          ["Name", name === "" ? "not recorded" : name],
          sha256 === "" ? null : ["SHA-256", <code key="hash">{sha256}</code>],
          rows === 0 ? null : ["Rows", formatCount(rows)],
          ...Object.entries(rowsPerClass).map(([code, count]) => [`Class ${code}`, `${formatCount(count)} (${formatPercent(count / labelled)})`] as const),
          split === null ? null : ["Split", split],
          split === null ? null : ["Seed", String(seed)],
        ]}
      />
    </Card>
  );
}
