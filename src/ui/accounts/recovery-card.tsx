import { useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { AccountForm } from "./account-form.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { RecoveryKeySheet } from "./recovery-key-sheet.tsx";
import { useSubmission } from "./use-submission.ts";
import styles from "./recovery-card.module.css";

/** Makes a new recovery key in place of the one before, and shows it once. */
export function RecoveryCard({ administration }: { readonly administration: AccountAdministration }) {
  const [own, setOwn] = useState("");
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const { isBusy, problem, submit } = useSubmission();
  return (
    <Card heading="Recovery key">
      {recoveryKey === null ? (
        <AccountForm
          label="New recovery key"
          problem={problem}
          onSubmit={() => submit(async () => {
            setRecoveryKey(await administration.replaceRecoveryKey(own));
            setOwn("");
          })}
          actions={<Button type="submit" disabled={isBusy || own === ""}>Make a new recovery key</Button>}
        >
          <p>Where the recovery key was lost, or was seen by somebody who should not have it, make a new one: the one before opens nothing then.</p>
          <PassphraseField label="Your passphrase" value={own} onType={setOwn} holds="current-password" />
        </AccountForm>
      ) : (
        <div className={styles.shown}>
          <RecoveryKeySheet recoveryKey={recoveryKey} />
          {problem !== null && <ProblemAlert problem={problem} />}
          <Button
            disabled={isBusy}
            onClick={() => submit(async () => {
              await administration.keepRecoveryKey(recoveryKey);
              setRecoveryKey(null);
            })}
          >
            I have kept it
          </Button>
        </div>
      )}
    </Card>
  );
}
