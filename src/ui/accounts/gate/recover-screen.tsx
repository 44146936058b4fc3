import { useState } from "react";
import type { Accounts, OpenedStore } from "../../../db/accounts/accounts.ts";
import { Button } from "../../shared/button.tsx";
import { AccountField } from "../account-field.tsx";
import { AccountForm } from "../account-form.tsx";
import { NewPassphraseField } from "../new-passphrase-field.tsx";
import { useSubmission } from "../use-submission.ts";
import { GateFrame } from "./gate-frame.tsx";
import { useWait } from "./use-wait.ts";
import styles from "./gate.module.css";

interface RecoverScreenProps {
  readonly accounts: Accounts;
  readonly onRecovered: (opened: OpenedStore) => void;
  readonly onBack: () => void;
}

/** Gives an administrator's account a new passphrase by the recovery key. */
export function RecoverScreen({ accounts, onRecovered, onBack }: RecoverScreenProps) {
  const [recoveryKey, setRecoveryKey] = useState("");
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  const { waitS, look } = useWait(accounts);
  const isMissing = recoveryKey.trim() === "" || name.trim() === "" || passphrase === "";

  async function recover(): Promise<void> {
    try {
      onRecovered(await accounts.recover(recoveryKey.trim(), name.trim(), passphrase));
    } catch (cause) {
      await look();
      throw cause;
    }
  }

  return (
    <GateFrame title="Use the recovery key">
      <p className={styles.lead}>It gives an administrator’s account a new passphrase. Others ask an administrator to reset theirs.</p>
      <div className={styles.card}>
        <AccountForm
          label="Recovery"
          problem={problem}
          onSubmit={() => submit(recover)}
          actions={
            <>
              <Button type="submit" variant="primary" disabled={isBusy || waitS > 0 || isMissing}>Set the passphrase</Button>
              <Button onClick={onBack}>Back to sign-in</Button>
              <span role="timer">{waitS > 0 ? `The next attempt is let through in ${waitS} s` : ""}</span>
            </>
          }
        >
          <AccountField label="Recovery key" autoComplete="off" required maxLength={200} value={recoveryKey} onChange={(event) => setRecoveryKey(event.target.value)} />
          <AccountField label="Name" name="username" autoComplete="username" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          <NewPassphraseField label="New passphrase" value={passphrase} onType={setPassphrase} accountName={name} />
        </AccountForm>
      </div>
    </GateFrame>
  );
}
