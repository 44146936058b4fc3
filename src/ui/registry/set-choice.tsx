import { useId, useState } from "react";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { Button } from "../shared/button.tsx";
import { formatCounted } from "../shared/format.ts";
import styles from "./set-choice.module.css";

interface SetChoiceProps {
  /** that the model takes, newest first */
  readonly sets: readonly EvaluationSet[];
  readonly setsHref: string;
  readonly isBusy: boolean;
  readonly onCompare: (set: EvaluationSet) => void;
}

/** The frozen set that both versions are measured on. */
export function SetChoice({ sets, setsHref, isBusy, onCompare }: SetChoiceProps) {
  const [pickedId, setPickedId] = useState<string | null>(null);
  const id = useId();
  const picked = sets.find((set) => set.id === pickedId) ?? sets.at(0);
  if (picked === undefined) return <p>No frozen evaluation set fits this model. <a href={setsHref}>Freeze one</a>, then come back.</p>;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>Evaluation set</label>
      <select id={id} value={picked.id} disabled={isBusy} onChange={(event) => setPickedId(event.target.value)}>
        {sets.map((set) => <option key={set.id} value={set.id}>{set.name}, {formatCounted(set.rows, "row")}</option>)}
      </select>
      <Button variant="primary" disabled={isBusy} onClick={() => onCompare(picked)}>Compare on this set</Button>
    </div>
  );
}
