import { useState } from "react";
import { isFull } from "../../db/store-problem.ts";
import type { Written } from "../../db/backup/write-backup.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { AccountForm } from "../accounts/account-form.tsx";
import { NewPassphraseField } from "../accounts/new-passphrase-field.tsx";
import { PassphraseField } from "../accounts/passphrase-field.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatBytes, formatCounted, formatDateTime } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { fileInMemory, privateFile, type BackupFile } from "./backup-file.ts";
import { useJob } from "./use-job.ts";
import styles from "./backup-card.module.css";

interface BackUpCardProps {
  /** ISO 8601; null where there was none */
  readonly lastBackupAt: string | null;
  readonly appVersion: string;
}

/** Writes everything that is stored on this device into one encrypted file. */
export function BackUpCard({ lastBackupAt, appVersion }: BackUpCardProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [damaged, setDamaged] = useState(0);
  const { state, run, cancel } = useJob();
  const isRepeated = repeated === "" || repeated === passphrase;

  const backUp = () =>
    run(async (control) => {
      const { file, damaged } = await written(control);
      setDamaged(damaged);
      saveFile(file, `isoline-${new Date().toISOString().slice(0, 10)}.isoline-backup`);
      setPassphrase("");
      setRepeated("");
      const remark = await noted();
      toast({ message: `Backup of ${formatBytes(file.size)} written: keep it on another device${remark}` });
    });

  async function noted(): Promise<string> {
    try {
      await repository.backup.handedOver();
      return "";
    } catch (cause) {
      if (isFull(cause)) return ". There was no space here to note when";
      throw cause;
    }
  }

  async function written(control: JobControl): Promise<Written & { readonly file: Blob }> {
    const write = async ({ stream, finished }: BackupFile) => {
      const { damaged } = await repository.backup.write({ ...control, passphrase, appVersion }, stream);
      const file = await finished();
      await repository.backup.verify(file, { ...control, passphrase });
      return { damaged, file };
    };
    try {
      return await write(await privateFile());
    } catch (cause) {
      // A full store must be backed up before anything of it is deleted.
      if (isFull(cause)) return write(fileInMemory());
      throw cause;
    }
  }

  return (
    <Card heading="Back up">
      <div className={styles.content}>
        <p>{lastBackupAt === null ? "This device has not been backed up yet." : `Last backed up on ${formatDateTime(lastBackupAt)}.`}</p>
        {damaged > 0 && <ProblemAlert problem={{ sentence: `${formatCounted(damaged, "record")} on this device ${damaged === 1 ? "was" : "were"} altered or damaged and ${damaged === 1 ? "is" : "are"} not in the backup just written; everything else is. Keep older backups, which may have ${damaged === 1 ? "it" : "them"}.` }} />}
        <p>One file with every check, verdict, model, run, rule and setting, encrypted under a passphrase of its own. Accounts are not in it. Nobody can open it without the passphrase.</p>
        {state.kind === "running" ? (
          <ProgressBar label="Backing up this device: leaving this screen ends it" progress={state.progress} onCancel={cancel} />
        ) : (
          <AccountForm
            label="Back up" problem={state.kind === "failed" ? state.problem : null} onSubmit={backUp}
            actions={<Button type="submit" variant="primary" disabled={passphrase === "" || passphrase !== repeated}>Back up now</Button>}
          >
            <NewPassphraseField label="Passphrase of the backup" value={passphrase} onType={setPassphrase} accountName="" />
            <PassphraseField label="Passphrase again" value={repeated} onType={setRepeated} holds="new-password" />
            {!isRepeated && <p role="status">The two are not the same yet.</p>}
          </AccountForm>
        )}
      </div>
    </Card>
  );
}
