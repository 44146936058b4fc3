import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { modelName } from "../../models/catalog.ts";
import { Card } from "../shared/card.tsx";
import { Facts } from "../shared/facts.tsx";
import { formatBytes, formatDateTime, formatDuration } from "../shared/format.ts";
import { RunStateMark } from "./run-state-mark.tsx";
import { startText } from "./run-words.ts";

interface RunCardProps {
  readonly run: TrainingRun;
  readonly epochs: number;
  readonly modelHref: (modelId: string) => string;
}

/** What a run is, how it ended and what it gave. */
export function RunCard({ run, epochs, modelHref }: RunCardProps) {
  const { modelId, state, startedAt, durationMs, backend, appVersion, origin, artifact } = run;
  return (
    <Card heading="Run">
      <Facts
        facts={[
          ["State", <RunStateMark key="state" run={run} epochs={epochs} />],
          state.kind === "failed" && state.sentence !== "" ? ["Why it failed", state.sentence] : null,
          ["Model", <a key="model" href={modelHref(modelId)}>{modelName(modelId)}</a>],
          ["Gave", artifact === null ? "no version yet" : <Artifact key="artifact" artifact={artifact} href={modelHref(modelId)} />],
          ["Begun", startText(run)],
          ["Started", formatDateTime(startedAt)],
          "endedAt" in state ? ["Ended", formatDateTime(state.endedAt)] : null,
          durationMs === 0 ? null : ["Computing", formatDuration(durationMs)],
          backend === "" ? null : ["Backend", backend],
          ["Made by", origin === "app" ? `Isoline ${appVersion}` : appVersion === "" ? "MLflow" : `npm run train, Isoline ${appVersion}`],
        ]}
      />
    </Card>
  );
}

function Artifact({ artifact: { version, sha256, bytes }, href }: { readonly artifact: NonNullable<TrainingRun["artifact"]>; readonly href: string }) {
  return (
    <>
      {version === null ? "files that are not registered here" : <a href={href}>Version {version}</a>}, {formatBytes(bytes)}, <code title={sha256}>{sha256.slice(0, 12)}</code>
    </>
  );
}
