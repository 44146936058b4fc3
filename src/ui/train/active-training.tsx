import { useEffect, useState } from "react";
import { modelName } from "../../models/catalog.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatCount, formatDuration } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useKeys } from "../shared/use-keys.ts";
import { remainingS } from "./remaining-time.ts";
import type { TrainingState } from "./trainings.ts";
import { useTrainingState } from "./use-trainings.ts";
import styles from "./active-training.module.css";

interface ActiveTrainingProps {
  readonly modelHref: (modelId: string) => string;
  readonly runHref: (runId: string) => string;
}

/** The training under way with what can be done about it, or how the last one of this page ended. */
export function ActiveTraining({ modelHref, runHref }: ActiveTrainingProps) {
  const state = useTrainingState();
  if (state.kind === "training") return <UnderWay state={state} href={runHref(state.runId)} />;
  const { outcome } = state;
  if (outcome === null) return null;
  if (outcome.kind === "failed") {
    return <ProblemAlert problem={outcome.problem}>{outcome.runId !== null && <a href={runHref(outcome.runId)}>Open the run</a>}</ProblemAlert>;
  }
  return (
    <p role="status" className={styles.outcome}>
      {outcome.kind === "paused" ? (
        <>Paused after its last finished epoch. <a href={runHref(outcome.runId)}>Open the run</a></>
      ) : (
        <>✓ Version {outcome.version} of {modelName(outcome.modelId)} is registered as challenger. <a href={modelHref(outcome.modelId)}>Compare and promote it</a> <a href={runHref(outcome.runId)}>Open the run</a></>
      )}
    </p>
  );
}

function UnderWay({ state, href }: { readonly state: Extract<TrainingState, { kind: "training" }>; readonly href: string }) {
  const { trainings } = useServices();
  const { modelId, sitting, isEnding } = state;
  const { latest } = sitting;
  const nowMs = useNow();
  const leftS = remainingS(sitting, nowMs);
  useKeys("Train", [{ keys: "p", label: "Pause the training", run: trainings.pause }]);
  return (
    <Card heading={`Training ${modelName(modelId)}`} note={<a href={href}>Curves and parameters</a>}>
      <div className={styles.job}>
        <progress aria-label="Progress of the training" className={styles.bar} {...(latest === null ? {} : { value: latest.done, max: Math.max(latest.total, 1) })} />
        <p className={styles.stage} role="status">{latest === null ? "Preparing what it learns from" : latest.stage}</p>
        <p className={styles.facts}>
          {latest !== null && <span>{formatCount(latest.done)} of {formatCount(latest.total)} {latest.unit}</span>}
          <span>{formatDuration(nowMs - sitting.startedMs)} in this sitting</span>
          <span>{leftS === null ? "" : `${formatDuration(leftS * 1000)} left at most`}</span>
        </p>
        <div className={styles.actions}>
          <Button onClick={trainings.pause} disabled={isEnding} keys="p">Pause</Button>
          <Button onClick={trainings.stop} disabled={isEnding}>End now, keep the best weights</Button>
          {isEnding && <span>Ending …</span>}
        </div>
        <p className={styles.note}>You can leave this screen. After a reload it goes on by itself from its last finished epoch.</p>
      </div>
    </Card>
  );
}

/** The time, told anew each second. */
function useNow(): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
