import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { Field } from "../shared/field.tsx";
import styles from "./rename-dialog.module.css";

interface RenameDialogProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const trimmed = text.trim();
  return (
    <Dialog title="Rename this check" onClose={onClose} closeLabel="Cancel">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === name) onClose();
          else if (trimmed !== "") onRename(trimmed);
        }}
      >
        <Field label="Name">
          <input ref={field} value={text} maxLength={120} autoComplete="off" required pattern=".*\S.*" title="A name of at least one letter or digit" onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary">Rename</Button>
      </form>
    </Dialog>
  );
}
