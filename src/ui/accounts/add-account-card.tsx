import { useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import type { Role } from "../../lifecycle/accounts/account.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { InlineChoice } from "../shared/inline-choice.tsx";
import { AccountField } from "./account-field.tsx";
import { AccountForm } from "./account-form.tsx";
import { NewPassphraseField } from "./new-passphrase-field.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { useSubmission } from "./use-submission.ts";

interface AddAccountCardProps {
  readonly administration: AccountAdministration;
  readonly onChanged: (sentence: string) => void;
}

const ROLES = [{ value: "clinician", label: "Clinician" }, { value: "administrator", label: "Administrator" }] as const;

/** Makes an account for somebody else, with a passphrase to sign in with once. */
export function AddAccountCard({ administration, onChanged }: AddAccountCardProps) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("clinician");
  const [passphrase, setPassphrase] = useState("");
  const [own, setOwn] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  return (
    <Card heading="Add an account">
      <AccountForm
        label="Add an account"
        problem={problem}
        onSubmit={() => submit(async () => {
          await administration.add({ name: name.trim(), role, passphrase }, own);
          onChanged(`${name.trim()} can sign in now.`);
          setName("");
          setPassphrase("");
          setOwn("");
        })}
        actions={<Button type="submit" variant="primary" disabled={isBusy || name.trim() === "" || passphrase === "" || own === ""}>Add account</Button>}
      >
        <AccountField label="Name" autoComplete="off" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <InlineChoice legend="Role" options={ROLES} value={role} onPick={setRole} />
        <NewPassphraseField label="Passphrase to give" value={passphrase} onType={setPassphrase} accountName={name} />
        <PassphraseField label="Your passphrase" value={own} onType={setOwn} holds="current-password" />
      </AccountForm>
    </Card>
  );
}
