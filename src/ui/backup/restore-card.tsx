import { useState } from "react";
import type { OpenedBackup } from "../../db/backup/open-backup.ts";
import type { Restored } from "../../db/backup/restore-backup.ts";
import { AccountForm } from "../accounts/account-form.tsx";
import { PassphraseField } from "../accounts/passphrase-field.tsx";
import { useSubmission } from "../accounts/use-submission.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { Field } from "../shared/field.tsx";
import { formatCounted } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { RestoreChoices } from "./restore-choices.tsx";
import styles from "./backup-card.module.css";

/** Opens a backup and takes back what is chosen of it. */
export function RestoreCard() {
  const { repository } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [opened, setOpened] = useState<OpenedBackup | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
  const { isBusy, problem, submit } = useSubmission();

  function forget(): void {
    setOpened(null);
    setFile(null);
    setPassphrase("");
  }

  return (
    <Card heading="Restore">
      <div className={styles.content}>
        <p>What is on this device stays as it is: restoring adds what is missing and puts back what was altered or damaged. A backup that was cut short or altered is refused before anything changes.</p>
        {restored !== null && <p role="status">{sentenceOf(restored)}</p>}
        {opened === null ? (
          <AccountForm
            label="Open a backup" problem={problem}
            onSubmit={() => submit(async () => {
              if (file === null) return;
              setRestored(null);
              setOpened(await repository.backup.open(file, passphrase));
            })}
            actions={<Button type="submit" disabled={isBusy || file === null || passphrase === ""}>{isBusy ? "Opening …" : "Open the backup"}</Button>}
          >
            <Field label="Backup file">
              <input type="file" accept=".isoline-backup" onChange={({ currentTarget: { files } }) => setFile(files?.item(0) ?? null)} />
            </Field>
            <PassphraseField label="Its passphrase" value={passphrase} onType={setPassphrase} holds="current-password" />
          </AccountForm>
        ) : (
          <RestoreChoices
            backup={opened} onClose={forget}
            onRestored={(outcome) => {
              setRestored(outcome);
              forget();
            }}
          />
        )}
      </div>
    </Card>
  );
}

function sentenceOf({ checks, checksHere, checksRepaired, checksNotWhole, others }: Restored): string {
  const left = checksHere === 0 ? "" : `; ${formatCounted(checksHere, "check")} on this device already ${checksHere === 1 ? "was" : "were"} left as ${checksHere === 1 ? "it is" : "they are"}`;
  const repaired = checksRepaired === 0 ? "" : `; what was damaged of ${formatCounted(checksRepaired, "check")} on this device was put back`;
  const notWhole = checksNotWhole === 0 ? "" : `; ${formatCounted(checksNotWhole, "check")} ${checksNotWhole === 1 ? "is" : "are"} not whole in the backup and ${checksNotWhole === 1 ? "was" : "were"} left out`;
  return `Restored ${formatCounted(checks, "check")}${others === 0 ? "" : ` and ${formatCounted(others, "record")} of models, runs, sets, rules and settings`}${repaired}${left}${notWhole}.`;
}
