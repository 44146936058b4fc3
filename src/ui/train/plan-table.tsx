import { formatCount } from "../shared/format.ts";
import type { TrainingPlan } from "./training-plan.ts";
import styles from "./plan-table.module.css";

/** How many beats of each class teach and how many choose the epoch, and what is in the way. */
export function PlanTable({ plan: { split, rowsPerClass: { training, validation }, sentence, problem } }: { readonly plan: TrainingPlan }) {
  const codes = Object.keys({ ...training, ...validation });
  return (
    <div className={styles.plan}>
      <table className={styles.table}>
        <caption>Labelled beats by class</caption>
        <thead>
          <tr><th scope="col">Class</th><th scope="col">To learn from</th><th scope="col">To choose the epoch by</th></tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}><th scope="row">{code}</th><td>{formatCount(training[code] ?? 0)}</td><td>{formatCount(validation[code] ?? 0)}</td></tr>
          ))}
          <tr><th scope="row">All</th><td>{formatCount(split.training.length)}</td><td>{formatCount(split.validation.length)}</td></tr>
        </tbody>
      </table>
      <p>{sentence}</p>
      {problem !== null && <p role="alert" className={styles.problem}>{problem}</p>}
    </div>
  );
}
