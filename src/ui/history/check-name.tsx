import { useState } from "react";
import { Button } from "../shared/button.tsx";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import styles from "./history.module.css";

interface CheckNameProps {
  readonly name: string;
  readonly href: string;
  readonly onRename: (name: string) => void;
}

/** The name of a check as a link to it, and as a field while it is renamed: Enter keeps, Escape leaves it. */
export function CheckName({ name, href, onRename }: CheckNameProps) {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    return (
      <span className={styles.name}>
        <a href={href}>{name}</a>
        <Button variant="link" onClick={() => setDraft(name)}>Rename<VisuallyHidden> {name}</VisuallyHidden></Button>
      </span>
    );
  }
  const keep = () => {
    const trimmed = draft.trim();
    if (trimmed !== "" && trimmed !== name) onRename(trimmed);
    setDraft(null);
  };
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        aria-label={`New name of ${name}`}
        value={draft}
        maxLength={120}
        ref={(field) => field?.focus()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setDraft(null);
        }}
      />
      <Button type="submit">Keep name</Button>
    </form>
  );
}
