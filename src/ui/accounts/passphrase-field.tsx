import { useEffect, useId, useRef, useState } from "react";
import field from "../shared/field.module.css";
import styles from "./passphrase-field.module.css";

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (passphrase: string) => void;
  /** for password managers: the one in use, or one that is being chosen */
  readonly holds: "current-password" | "new-password";
  /** as it appears: where nothing else is left to type */
  readonly takesFocus?: boolean;
  /** id of what is said about it below */
  readonly describedBy?: string;
}

/** A passphrase, hidden unless it is asked to be shown. */
export function PassphraseField({ label, value, onType, holds, takesFocus = false, describedBy }: PassphraseFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  return (
    <div className={field.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.line}>
        <input
          ref={input} id={id} type={isShown ? "text" : "password"} name={holds} value={value} autoComplete={holds} spellCheck={false} autoCapitalize="none" required maxLength={1000}
          aria-describedby={describedBy} onChange={(event) => onType(event.target.value)}
        />
        <button type="button" className={styles.show} aria-pressed={isShown} aria-label={`Show ${label.toLowerCase()}`} onClick={() => setIsShown(!isShown)}>
          {isShown ? "Hide" : "Show"}
        </button>
      </div>
    </div>
  );
}
