import { useState } from "react";
import type { Accounts, OpenedStore } from "../../../db/accounts/accounts.ts";
import { Button } from "../../shared/button.tsx";
import { formatPercent } from "../../shared/format.ts";
import { AccountField } from "../account-field.tsx";
import { AccountForm } from "../account-form.tsx";
import { NewPassphraseField } from "../new-passphrase-field.tsx";
import { useSubmission } from "../use-submission.ts";
import { GateFrame } from "./gate-frame.tsx";
import styles from "./gate.module.css";

interface FirstAccountScreenProps {
  readonly accounts: Accounts;
  readonly onCreated: (created: { readonly opened: OpenedStore; readonly recoveryKey: string }) => void;
  readonly onDemo: () => void;
}

/** A device without accounts: makes the first, or lets one look around without. */
export function FirstAccountScreen({ accounts, onCreated, onDemo }: FirstAccountScreenProps) {
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [share, setShare] = useState(0);
  const { isBusy, problem, submit } = useSubmission();
  return (
    <GateFrame title="Welcome to Isoline">
      <p className={styles.lead}>
        Isoline checks ECGs, heart rates and heartbeats for anomalies and keeps what you review, all within this browser. What it keeps is encrypted: an account opens it.
      </p>
      <section className={styles.card} aria-labelledby="first-account">
        <h2 id="first-account">Create the first account</h2>
        <p className={styles.lead}>It is an administrator’s: it can add accounts for others and set what holds on this device.</p>
        <AccountForm
          label="First account"
          problem={problem}
          onSubmit={() => submit(async () => onCreated(await accounts.createFirst(name.trim(), passphrase, setShare)))}
          actions={
            <>
              <Button type="submit" variant="primary" disabled={isBusy || name.trim() === "" || passphrase === ""}>Create account</Button>
              {isBusy && <span role="status">{share > 0 && share < 1 ? `Encrypting what is stored here: ${formatPercent(share, 0)}` : "Making the keys …"}</span>}
            </>
          }
        >
          <AccountField label="Name" name="username" autoComplete="username" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          <NewPassphraseField value={passphrase} onType={setPassphrase} accountName={name} />
        </AccountForm>
      </section>
      <section className={styles.aside} aria-labelledby="demo">
        <h2 id="demo">Only looking around?</h2>
        <p>Everything works without an account too, with the sample data or files of yours. Nothing is kept: it is gone when the page closes.</p>
        <Button onClick={onDemo}>Try without an account</Button>
      </section>
    </GateFrame>
  );
}
