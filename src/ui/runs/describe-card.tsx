import { useState } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { Field } from "../shared/field.tsx";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { tagText } from "./listed-runs.ts";
import type { RunChanges } from "./use-run-changes.ts";
import styles from "./tags.module.css";

interface DescribeCardProps {
  readonly run: TrainingRun;
  readonly changes: RunChanges;
}

/** MLflow's limits are 250 and 5,000 characters. */
const LONGEST = { key: 60, value: 250, name: 120, note: 4000 } as const;

/** Name, tags and note of a run, to be changed. What is typed is kept when the field is left. */
export function DescribeCard({ run, changes }: DescribeCardProps) {
  const { name, tags, note } = run;
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const withoutTag = (taken: string) => Object.fromEntries(Object.entries(tags).filter(([each]) => each !== taken));
  return (
    <Card heading="Name, tags and notes">
      <form
        className={styles.name}
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get("name");
          const typed = typeof given === "string" ? given.trim() : "";
          if (typed !== "" && typed !== name) changes.describe(run, { name: typed }, `Renamed to ${typed}`);
        }}
      >
        <Field label="Name"><input key={name} name="name" defaultValue={name} maxLength={LONGEST.name} autoComplete="off" required /></Field>
        <Button type="submit">Rename</Button>
      </form>
      {Object.keys(tags).length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {Object.entries(tags).map(([each, own]) => (
            <li key={each} className={styles.tag}>
              {tagText(each, own)}
              <Button variant="link" onClick={() => changes.describe(run, { tags: withoutTag(each) }, `Tag ${each} removed`)}>×<VisuallyHidden> Remove tag {each}</VisuallyHidden></Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (key.trim() === "") return;
          changes.describe(run, { tags: { ...tags, [key.trim()]: value.trim() } }, `Tag ${key.trim()} set`);
          setKey("");
          setValue("");
        }}
      >
        <Field label="Tag"><input value={key} maxLength={LONGEST.key} autoComplete="off" onChange={(event) => setKey(event.target.value)} /></Field>
        <Field label="Value"><input value={value} maxLength={LONGEST.value} autoComplete="off" onChange={(event) => setValue(event.target.value)} /></Field>
        <Button type="submit" disabled={key.trim() === ""}>Add tag</Button>
      </form>
      <Field label="Notes">
        <textarea
          key={note} className={styles.notes} defaultValue={note} maxLength={LONGEST.note}
          onBlur={({ currentTarget: { value: typed } }) => typed !== note && changes.describe(run, { note: typed }, "Notes changed")}
        />
      </Field>
    </Card>
  );
}
