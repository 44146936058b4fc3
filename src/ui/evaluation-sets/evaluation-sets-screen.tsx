import { useLiveQuery } from "dexie-react-hooks";
import { useState } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { DecisionDialog } from "../registry/decision-dialog.tsx";
import { Card } from "../shared/card.tsx";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { FreezeForm } from "./freeze-form.tsx";
import { FreezeRecordings } from "./freeze-recordings.tsx";
import { isFreezable } from "./frozen-set.ts";
import { ReadySetsCard } from "./ready-sets-card.tsx";
import { SetTable } from "./set-table.tsx";
import styles from "./evaluation-sets-screen.module.css";

interface EvaluationSetsScreenProps {
  readonly checkHref: string;
}

type Stored =
  | { readonly kind: "read"; readonly sets: readonly EvaluationSet[]; readonly checks: readonly CheckRecord[] }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Labelled data kept aside to compare versions on. */
export function EvaluationSetsScreen({ checkHref }: EvaluationSetsScreenProps) {
  const { repository } = useServices();
  const [deleting, setDeleting] = useState<EvaluationSet | null>(null);
  const stored = useLiveQuery(async (): Promise<Stored> => {
    try {
      const [sets, checks] = await Promise.all([repository.evaluationSets.list(), repository.listChecks()]);
      return { kind: "read", sets, checks: checks.filter(isFreezable) };
    } catch (cause) {
      return { kind: "failed", problem: toProblem(cause) };
    }
  }, [repository]);
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Evaluation sets</h1>
      <p className={styles.intro}>
        Versions of a model are compared on data that none of them learnt from. What is frozen here stays as it is, is kept out of every training in the app, and never leaves this device.
      </p>
      {stored === undefined && <p role="status">Reading the evaluation sets …</p>}
      {stored?.kind === "failed" && <ProblemAlert problem={stored.problem} />}
      {stored?.kind === "read" && (
        <>
          <DamagedNote lists={["evaluationSets"]} />
          <Card heading="Frozen sets">
            {stored.sets.length === 0 ? <p>None yet. Freeze a labelled check from history, recordings, or one of the ready sets below.</p> : <SetTable sets={stored.sets} onDelete={setDeleting} />}
          </Card>
          <div className={styles.ways}>
            <FreezeForm checks={stored.checks} checkHref={checkHref} />
            <FreezeRecordings />
            <ReadySetsCard sets={stored.sets} />
          </div>
        </>
      )}
      {deleting !== null && (
        <DecisionDialog
          title={`Delete “${deleting.name}”`} action="Delete for good" asksReason={false} onClose={() => setDeleting(null)}
          sentence="Versions can no longer be compared on it, and trainings may learn from its files again. The log keeps that it was there."
          onDecide={() => repository.evaluationSets.remove(deleting)}
        />
      )}
    </div>
  );
}
