import { useState } from "react";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { AccountForm } from "./account-form.tsx";
import { NewPassphraseField } from "./new-passphrase-field.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { useSubmission } from "./use-submission.ts";

/** Has somebody take another passphrase for their own account. */
export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, administration } = useServices();
  const toast = useToast();
  const [own, setOwn] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  return (
    <Dialog title="Change passphrase" onClose={onClose} closeLabel="Cancel">
      <AccountForm
        label="Change passphrase"
        problem={problem}
        onSubmit={() => submit(async () => {
          await administration?.changePassphrase(passphrase, own);
          toast({ message: "Your passphrase is changed." });
          onClose();
        })}
        actions={<Button type="submit" variant="primary" disabled={isBusy || own === "" || passphrase === ""}>Change it</Button>}
      >
        <input type="hidden" name="username" autoComplete="username" value={session.name} readOnly />
        <PassphraseField label="Passphrase in use" value={own} onType={setOwn} holds="current-password" />
        <NewPassphraseField label="New passphrase" value={passphrase} onType={setPassphrase} accountName={session.name} />
      </AccountForm>
    </Dialog>
  );
}
