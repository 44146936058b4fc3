import { useState } from "react";
import type { CheckRecord } from "../../db/records.ts";
import { ProblemError, toProblem, type Problem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { Field } from "../shared/field.tsx";
import { formatCounted, formatDateTime } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { freezeCheck } from "./frozen-set.ts";
import styles from "./freeze-form.module.css";

interface FreezeFormProps {
  /** that can be frozen, newest first */
  readonly checks: readonly CheckRecord[];
  readonly checkHref: string;
}

/** Freezes all rows of a labelled check under a name. */
export function FreezeForm({ checks, checkHref }: FreezeFormProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [pickedId, setPickedId] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const picked = checks.find((check) => check.id === pickedId) ?? checks.at(0);
  if (picked === undefined) {
    return <Card heading="Freeze a check of a table"><p>No check in history is of a labelled table of beats or heart rates. <a href={checkHref}>Check one</a>, then freeze it here.</p></Card>;
  }
  const name = typed ?? picked.name;

  async function freeze(checkId: string): Promise<void> {
    const check = await repository.loadCheck(checkId);
    if (check === undefined) throw new ProblemError("check-gone", "This check has been deleted", "Choose another one");
    const { set, content } = freezeCheck(check, name.trim());
    await repository.evaluationSets.freeze(set, content);
    setTyped(null);
    toast({ message: `Froze “${set.name}”` });
  }
  return (
    <Card heading="Freeze a check of a table" note="all its rows, with the file’s labels">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(null);
          if (name.trim() !== "") freeze(picked.id).catch((cause: unknown) => setProblem(toProblem(cause)));
        }}
      >
        <Field label="Check">
          <select
            value={picked.id}
            onChange={(event) => {
              setPickedId(event.target.value);
              setTyped(null);
            }}
          >
            {checks.map((check) => <option key={check.id} value={check.id}>{check.name}, {formatCounted(check.rows, "row")}, {formatDateTime(check.createdAt)}</option>)}
          </select>
        </Field>
        <Field label="Name">
          <input value={name} required autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Button type="submit" disabled={name.trim() === ""}>Freeze</Button>
        {problem !== null && <ProblemAlert problem={problem} />}
      </form>
    </Card>
  );
}
