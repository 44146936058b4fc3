import { useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import type { Account } from "../../lifecycle/accounts/account.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { AccountForm } from "./account-form.tsx";
import { NewPassphraseField } from "./new-passphrase-field.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { useSubmission } from "./use-submission.ts";

interface ResetDialogProps {
  readonly administration: AccountAdministration;
  readonly account: Account;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Gives an account, disabled or not, a passphrase to sign in with once. */
export function ResetDialog({ administration, account, onReset, onClose }: ResetDialogProps) {
  const [passphrase, setPassphrase] = useState("");
  const [own, setOwn] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  return (
    <Dialog title={`Reset ${account.name}`} onClose={onClose} closeLabel="Cancel">
      <AccountForm
        label={`Reset ${account.name}`}
        problem={problem}
        onSubmit={() => submit(async () => {
          await administration.reset(account.id, passphrase, own);
          onReset();
          onClose();
        })}
        actions={<Button type="submit" variant="primary" disabled={isBusy || passphrase === "" || own === ""}>Reset</Button>}
      >
        <p>Tell {account.name} this passphrase; it must be changed at the next sign-in. The passphrase and passkeys before it open nothing any more.</p>
        {account.isAltered && <p>The account was altered outside Isoline. It becomes a clinician’s, whatever it was; you can make it an administrator’s again afterwards.</p>}
        <NewPassphraseField label="Passphrase to give" value={passphrase} onType={setPassphrase} accountName={account.name} />
        <PassphraseField label="Your passphrase" value={own} onType={setOwn} holds="current-password" />
      </AccountForm>
    </Dialog>
  );
}
