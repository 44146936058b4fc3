import { useLiveQuery } from "dexie-react-hooks";
import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { judgeByGate } from "../../lifecycle/registry/gate.ts";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import { gateObjection, type RecordedComparison } from "../../lifecycle/registry/promotion.ts";
import { Dialog } from "../shared/dialog.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { useServices } from "../shared/services.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { GateMargin } from "./gate-margin.tsx";
import { isSuited } from "./judge-version.ts";
import { PromotionForm } from "./promotion-form.tsx";
import { SetChoice } from "./set-choice.tsx";
import { useComparison } from "./use-comparison.ts";
import { mcNemarText } from "./version-words.ts";
import styles from "./promotion-dialog.module.css";

interface PromotionDialogProps {
  readonly meta: ModelMeta;
  readonly champion: number;
  readonly candidate: number;
  /** of the candidate; null where it may answer */
  readonly suspension: Suspension | null;
  readonly setsHref: string;
  readonly onClose: () => void;
}

/** From two versions side by side on one frozen set, through the gate, to a promotion with its reason. */
export function PromotionDialog({ meta, champion, candidate, suspension, setsHref, onClose }: PromotionDialogProps) {
  const { repository } = useServices();
  const { state, compare, cancel } = useComparison(champion, candidate);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = useLiveQuery(async () => ({ margin: (await repository.settings.all()).gateMargin, sets: (await repository.evaluationSets.list()).filter((set) => isSuited(set, meta)) }), [repository, meta]);

  const comparison = state.kind === "compared" ? state.comparison : null;
  const margin = stored?.margin ?? null;
  const recorded: RecordedComparison | null =
    comparison === null || margin === null ? null : { setId: comparison.set.id, margin, champion: comparison.champion, candidate: comparison.candidate, figures: comparison.figures };
  const gate = recorded === null ? null : judgeByGate(recorded.figures.champion, recorded.figures.candidate, recorded.margin);
  const objection = gateObjection(recorded);
  const promote = (reason: string, overridesGate: boolean) => {
    repository.registry.promote(meta.id, candidate, { reason, overridesGate, comparison: recorded }).then(onClose, (cause: unknown) => setProblem(toProblem(cause)));
  };
  return (
    <Dialog title={`Promote version ${candidate} of ${meta.name}`} onClose={onClose} closeLabel="Cancel" width="wide">
      <div className={styles.steps}>
        <p>Version {champion} answers checks now. Promoted, version {candidate} answers them from the next check on; you can roll back.</p>
        {suspension !== null && <p className={styles.caution}>Version {candidate} is suspended and would answer nothing until that is lifted: {suspension.why}</p>}
        {stored !== undefined && (
          <>
            <GateMargin key={String(stored.margin)} margin={stored.margin} />
            <SetChoice sets={stored.sets} setsHref={setsHref} isBusy={state.kind === "comparing"} onCompare={(set) => compare(meta, set)} />
          </>
        )}
        {state.kind === "comparing" && <ProgressBar label={`Measuring version ${state.version}`} progress={state.progress} onCancel={cancel} />}
        {state.kind === "failed" && <ProblemAlert problem={state.problem} />}
        {comparison !== null && (
          <>
            <ComparisonTable comparison={comparison} />
            <p>{mcNemarText(comparison.test, champion, candidate)}</p>
            {comparison.learntFromSet.length > 0 && (
              <p className={styles.caution}>Version {comparison.learntFromSet.join(" and ")} learnt from a file of this set: its figures are better than they would be on other data.</p>
            )}
          </>
        )}
        {gate !== null && objection === null && (
          <p>
            <b>✓ The gate lets version {candidate} pass:</b> no figure falls by more than the margin.
            {gate.unjudged.length > 0 && ` The set has no row of ${gate.unjudged.join(", ")}: nothing is known of ${gate.unjudged.length > 1 ? "their" : "its"} sensitivity.`}
          </p>
        )}
        {gate !== null && objection !== null && <ProblemAlert problem={{ sentence: `The gate blocks version ${candidate}: ${objection}.` }} />}
        {gate === null && stored !== undefined && state.kind !== "comparing" && <p>Until both versions are measured on a frozen set and the margin is set, the gate stays closed.</p>}
        {problem !== null && <ProblemAlert problem={problem} />}
        {state.kind !== "comparing" && (
          <PromotionForm
            key={gate === null ? "" : comparison?.set.id}
            candidate={candidate}
            isBlocked={objection !== null}
            onPromote={promote}
          />
        )}
      </div>
    </Dialog>
  );
}
