import { useState, type SubmitEvent } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Suspension } from "../../lifecycle/registry/model-version.ts";
import { modelName } from "../../models/catalog.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { Field } from "../shared/field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import styles from "./lift-dialog.module.css";

interface LiftDialogProps {
  readonly suspension: Suspension;
  readonly onClose: () => void;
}

/** Asks why a version may answer again; the reason goes to the log. */
export function LiftDialog({ suspension: { modelId, version, why }, onClose }: LiftDialogProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = `${modelName(modelId)} version ${version}`;

  function lift(event: SubmitEvent): void {
    event.preventDefault();
    if (reason.trim() === "") {
      setProblem({ code: "no-reason", sentence: "Give a reason: the log keeps it.", place: {} });
      return;
    }
    repository.registry.liftSuspension(modelId, version, reason.trim()).then(
      () => {
        toast({ message: `${name} answers again` });
        onClose();
      },
      (cause: unknown) => setProblem(toProblem(cause)),
    );
  }

  return (
    <Dialog title={`Lift the suspension of ${name}`} onClose={onClose} closeLabel="Cancel">
      <form className={styles.form} onSubmit={lift} noValidate>
        <p>{why}.</p>
        <Field label="Why it may answer again">
          <textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {problem !== null && <ProblemAlert problem={problem} />}
        <Button type="submit" variant="primary">Lift the suspension</Button>
      </form>
    </Dialog>
  );
}
