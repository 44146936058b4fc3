import { ProblemError } from "../../ecg/problem.ts";
import type { Session } from "../../lifecycle/accounts/account.ts";
import type { EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { permitted } from "../permitted.ts";
import { readable } from "../readable.ts";
import type { ActivityLog } from "./activity-log.ts";
import { dropLeads, keepLeads, withLeads } from "./kept-leads.ts";

/** Frozen evaluation sets: added or deleted, never changed. */
export function createEvaluationStore(db: IsolineDatabase, { logged }: ActivityLog, session: Session) {
  const tables = [db.evaluationSets, db.evaluationContents, db.leads];
  return {
    /** Newest first, without their rows: live. */
    list: (): Promise<EvaluationSet[]> => explained(readable(db.evaluationSets, () => db.evaluationSets.toCollection()).then(({ records }) => records.sort((a, b) => b.frozenAt.localeCompare(a.frozenAt)))),

    /** Throws the ProblemError "set-gone". */
    content: (id: string): Promise<EvaluationContent> =>
      explained(
        db.transaction("r", db.evaluationContents, db.leads, async () => {
          const stored = await db.evaluationContents.get(id);
          if (stored === undefined) throw new ProblemError("set-gone", "This evaluation set is no longer on this device", "Freeze another one");
          return withLeads(db, id, stored);
        }),
      ),

    freeze: (set: EvaluationSet, content: EvaluationContent): Promise<void> =>
      logged(
        tables,
        async () => {
          await db.evaluationSets.add(set);
          await db.evaluationContents.add({ ...(await keepLeads(db, set.id, content)), setId: set.id });
        },
        () => ({ action: "evaluation-set", what: `Froze the evaluation set “${set.name}” of ${set.rows} rows`, modelId: "", details: { set: set.id } }),
      ),

    remove: permitted(session, "delete models or evaluation sets", (set: EvaluationSet): Promise<void> =>
      logged(
        tables,
        async () => {
          await db.evaluationSets.delete(set.id);
          await db.evaluationContents.delete(set.id);
          await dropLeads(db, set.id);
        },
        () => ({ action: "deletion", what: `Deleted the evaluation set “${set.name}”`, modelId: "", details: { set: set.id } }),
      )),
  };
}
