import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { Button } from "../shared/button.tsx";
import { Field } from "../shared/field.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { parseTags, tagsText } from "./version-words.ts";
import styles from "./version-form.module.css";

/** Tags and note of a version, to be changed. */
export function VersionForm({ version: { modelId, version, tags, note } }: { readonly version: ModelVersion }) {
  const { repository } = useServices();
  const toast = useToast();
  const [typedTags, setTypedTags] = useState(tagsText(tags));
  const [typedNote, setTypedNote] = useState(note);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSame = tagsText(parseTags(typedTags)) === tagsText(tags) && typedNote.trim() === note;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        repository.registry.describe(modelId, version, { tags: parseTags(typedTags), note: typedNote.trim() }).then(
          () => {
            setProblem(null);
            toast({ message: `Saved tags and note of version ${version}` });
          },
          (cause: unknown) => setProblem(toProblem(cause)),
        );
      }}
    >
      <Field label="Tags, as in “site: north, validated”">
        <input value={typedTags} autoComplete="off" onChange={(event) => setTypedTags(event.target.value)} />
      </Field>
      <Field label="Note">
        <textarea rows={2} value={typedNote} onChange={(event) => setTypedNote(event.target.value)} />
      </Field>
      <Button type="submit" disabled={isSame}>Save tags and note</Button>
      {problem !== null && <ProblemAlert problem={problem} />}
    </form>
  );
}
