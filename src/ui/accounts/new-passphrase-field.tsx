import { useEffect, useId, useState } from "react";
import { LEAST_PASSPHRASE } from "../../lifecycle/accounts/account.ts";
import { passphraseStrength, type Strength } from "../../lifecycle/accounts/passphrase-strength.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import styles from "./new-passphrase-field.module.css";

interface NewPassphraseFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly onType: (passphrase: string) => void;
  /** the account's, which is no part of a good passphrase */
  readonly accountName: string;
}

/** A passphrase to choose, with how hard it is to guess. */
export function NewPassphraseField({ label = "Passphrase", value, onType, accountName }: NewPassphraseFieldProps) {
  const noteId = useId();
  const [measured, setMeasured] = useState<{ readonly of: string; readonly strength: Strength } | null>(null);
  useEffect(() => {
    if (value === "") return;
    let isCurrent = true;
    passphraseStrength(value, [accountName]).then(
      (strength) => isCurrent && setMeasured({ of: value, strength }),
      // Without the estimate the store still refuses what is too short or common.
      () => isCurrent && setMeasured(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [value, accountName]);
  const strength = value === "" ? null : (measured?.strength ?? null);
  return (
    <div className={styles.new}>
      <PassphraseField label={label} value={value} onType={onType} holds="new-password" describedBy={noteId} />
      <meter className={styles.meter} min={0} max={4} low={2} high={3} optimum={4} value={strength?.score ?? 0} aria-label="Strength" aria-valuetext={strength?.word ?? "Nothing typed"} />
      <p id={noteId} className={styles.note}>
        {strength === null ? `At least ${LEAST_PASSPHRASE} characters; several words that do not belong together are best.` : <><b>{strength.word}.</b> {strength.advice}</>}
      </p>
    </div>
  );
}
