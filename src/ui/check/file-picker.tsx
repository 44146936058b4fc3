import { useRef } from "react";
import { Button } from "../shared/button.tsx";
import { useKeys } from "../shared/use-keys.ts";

interface FilePickerProps {
  readonly label: string;
  readonly variant: "primary" | "plain" | "link";
  readonly onFiles: (files: readonly File[]) => void;
  /** one picker of a screen owns the key `o` */
  readonly hasKey?: boolean;
}

/** A button that opens the system's file dialog. */
export function FilePicker({ label, variant, onFiles, hasKey = false }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useKeys("Check", hasKey ? [{ keys: "o", label: "Choose files", run: choose }] : []);
  return (
    <>
      <Button variant={variant} onClick={choose} {...(hasKey ? { keys: "o" } : {})}>{label}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept=".csv,.tsv,.tab,.txt,.dat,.hea,.atr,.edf,.dcm,.arff,text/csv,text/plain,text/tab-separated-values"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again, after it was corrected.
          event.target.value = "";
          onFiles(files);
        }}
      />
    </>
  );
}
