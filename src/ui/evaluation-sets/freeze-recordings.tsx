import { useState } from "react";
import { ProblemError, toProblem, type Problem } from "../../ecg/problem.ts";
import { OptionGroup } from "../check/option-group.tsx";
import { useReviewedRecordings } from "../labelled-recordings/use-reviewed-recordings.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { Field } from "../shared/field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { freezeDiagnosed, freezeRecordings, type FrozenSet } from "./frozen-set.ts";
import { freezeReviewed, type MeasuredOf, type ReadRecording } from "./offered-recordings.ts";
import { RecordingChecks } from "./recording-checks.tsx";
import { RecordingFiles } from "./recording-files.tsx";
import styles from "./freeze-form.module.css";

/** Freezes recordings under a name: their labelled beats, or the superclasses of twelve leads. */
export function FreezeRecordings() {
  const { repository } = useServices();
  const toast = useToast();
  const [of, setOf] = useState<MeasuredOf>("beats");
  const [from, setFrom] = useState<"checks" | "files">("checks");
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<readonly ReadRecording[]>([]);
  const [name, setName] = useState("");
  const [isFreezing, setIsFreezing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const checks = useReviewedRecordings();

  async function frozenSet(): Promise<FrozenSet> {
    if (from === "files") {
      return of === "beats" ? freezeRecordings(read.map(({ source }) => source), name.trim()) : freezeDiagnosed(read.flatMap(({ diagnosed }) => (diagnosed === null ? [] : [diagnosed])), name.trim());
    }
    if (checks.kind !== "read") throw new ProblemError("still-reading", "The checks are still being read", "Try again in a moment");
    return freezeReviewed(checks.reviewed.filter(({ marked }) => !leftOut.has(marked.record.id)), { of, name: name.trim(), repository });
  }
  async function freeze(): Promise<void> {
    const { set, content } = await frozenSet();
    await repository.evaluationSets.freeze(set, content);
    setName("");
    setRead([]);
    toast({ message: `Froze “${set.name}”` });
  }
  return (
    <Card heading="Freeze recordings" note="for the models of raw ECGs">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "" || isFreezing) return;
          setProblem(null);
          setIsFreezing(true);
          void freeze().catch((cause: unknown) => setProblem(toProblem(cause))).finally(() => setIsFreezing(false));
        }}
      >
        <OptionGroup
          legend="Measured are" value={of} onPick={setOf}
          options={[{ value: "beats", label: "Classes of beats: annotations, corrected by relabelled beats" }, { value: "diagnoses", label: "Superclasses of twelve leads, as the files state them" }]}
        />
        <OptionGroup
          legend="Recordings" value={from} onPick={setFrom}
          options={[{ value: "checks", label: "Checks in History" }, { value: "files", label: "Files" }]}
        />
        {from === "checks" ? <RecordingChecks checks={checks} of={of} leftOut={leftOut} onLeftOut={setLeftOut} /> : <RecordingFiles of={of} read={read} onRead={setRead} />}
        <Field label="Name of the set of recordings">
          <input value={name} required autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button type="submit" disabled={name.trim() === "" || isFreezing}>Freeze recordings</Button>
        {isFreezing && <p role="status">Freezing …</p>}
        {problem !== null && <ProblemAlert problem={problem} />}
      </form>
    </Card>
  );
}
