import { useId, useState } from "react";
import { Button } from "../shared/button.tsx";
import { Field } from "../shared/field.tsx";
import styles from "./text-setting.module.css";

interface TextSettingProps {
  readonly label: string;
  readonly button: string;
  /** what the field holds at first */
  readonly text?: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  /** Takes what was typed; gives a sentence where it will not do, null where it is done. */
  readonly onSubmit: (text: string) => Promise<string | null>;
  /** whether the field is empty again afterwards */
  readonly clears?: boolean;
}

/** One line of text with a button, and below it why what was typed will not do. */
export function TextSetting({ label, button, text = "", placeholder, maxLength, onSubmit, clears = false }: TextSettingProps) {
  const [draft, setDraft] = useState(text);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();

  async function submit(): Promise<void> {
    const why = await onSubmit(draft);
    setError(why);
    if (why === null && clears) setDraft("");
  }

  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={label}>
          <input
            value={draft} placeholder={placeholder} maxLength={maxLength} autoComplete="off" spellCheck={false}
            aria-invalid={error !== null} aria-describedby={error === null ? undefined : errorId} onChange={(event) => setDraft(event.target.value)}
          />
        </Field>
        <Button type="submit">{button}</Button>
      </form>
      {error !== null && <p id={errorId} role="alert" className={styles.error}>{error}</p>}
    </>
  );
}
