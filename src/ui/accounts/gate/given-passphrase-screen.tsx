import { useState } from "react";
import type { OpenedStore } from "../../../db/accounts/accounts.ts";
import { Button } from "../../shared/button.tsx";
import { AccountForm } from "../account-form.tsx";
import { NewPassphraseField } from "../new-passphrase-field.tsx";
import { useSubmission } from "../use-submission.ts";
import { GateFrame } from "./gate-frame.tsx";
import styles from "./gate.module.css";

interface GivenPassphraseScreenProps {
  readonly opened: OpenedStore;
  /** what an administrator gave, and was just signed in with */
  readonly given: string;
  readonly onChanged: () => void;
}

/** Has a passphrase that an administrator knows replaced before anything else. */
export function GivenPassphraseScreen({ opened, given, onChanged }: GivenPassphraseScreenProps) {
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  return (
    <GateFrame title="Choose your own passphrase">
      <p className={styles.lead}>{opened.session.name}, the passphrase you signed in with was given by an administrator. Only you should know the next one.</p>
      <div className={styles.card}>
        <AccountForm
          label="Own passphrase"
          problem={problem}
          onSubmit={() => submit(async () => {
            await opened.administration?.changePassphrase(passphrase, given);
            onChanged();
          })}
          actions={<Button type="submit" variant="primary" disabled={isBusy || passphrase === ""}>Use this passphrase</Button>}
        >
          <input type="hidden" name="username" autoComplete="username" value={opened.session.name} readOnly />
          <NewPassphraseField label="New passphrase" value={passphrase} onType={setPassphrase} accountName={opened.session.name} />
        </AccountForm>
      </div>
    </GateFrame>
  );
}
