import { useLiveQuery } from "dexie-react-hooks";
import { modelName } from "../../models/catalog.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatDateTime } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useTrainingState } from "./use-trainings.ts";
import styles from "./paused-runs.module.css";

/** Trainings that were stopped on the way, to be taken up again or ended with what they have. */
export function PausedRuns({ runHref }: { readonly runHref: (runId: string) => string }) {
  const { repository, trainings } = useServices();
  const state = useTrainingState();
  const runs = useLiveQuery(() => repository.runs.list(), [repository]) ?? [];
  const active = state.kind === "training" ? state.runId : null;
  const paused = runs.filter(({ id, origin, state: { kind } }) => origin === "app" && id !== active && (kind === "paused" || kind === "running"));
  if (paused.length === 0) return null;
  return (
    <Card heading="Can be taken up again">
      <ul className={styles.list}>
        {paused.map(({ id, modelId, name, startedAt, data }) => (
          <li key={id}>
            <span className={styles.name}><a href={runHref(id)}>{name}</a><small>{modelName(modelId)}, begun {formatDateTime(startedAt)}, {data.name}</small></span>
            <span className={styles.actions}>
              <Button disabled={active !== null} onClick={() => trainings.resume(id)}>Resume</Button>
              <Button disabled={active !== null} onClick={() => trainings.finish(id)}>End, keep the best weights</Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
