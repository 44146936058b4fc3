import { useEffect, useState } from "react";
import type { Accounts, Credential, OpenedStore, PasskeyRequest } from "../../../db/accounts/accounts.ts";
import { Button } from "../../shared/button.tsx";
import { AccountField } from "../account-field.tsx";
import { AccountForm } from "../account-form.tsx";
import { askForPasskey } from "../passkey.ts";
import { PassphraseField } from "../passphrase-field.tsx";
import { useSubmission } from "../use-submission.ts";
import { GateFrame } from "./gate-frame.tsx";
import { useWait } from "./use-wait.ts";
import styles from "./gate.module.css";

interface SignInScreenProps {
  readonly accounts: Accounts;
  /** who was signed in when it was locked; "" where nobody was */
  readonly lastName: string;
  /** why the app is locked, as a sentence; "" at the start of the page */
  readonly why: string;
  /** `passphrase`: what was typed; "" with a passkey */
  readonly onSignedIn: (opened: OpenedStore, passphrase: string) => Promise<void>;
  readonly onRecover: () => void;
  readonly onDemo: () => void;
}

/** A device with accounts: name and passphrase, or a passkey. */
export function SignInScreen({ accounts, lastName, why, onSignedIn, onRecover, onDemo }: SignInScreenProps) {
  const [name, setName] = useState(lastName);
  const [passphrase, setPassphrase] = useState("");
  const [passkeys, setPasskeys] = useState<readonly PasskeyRequest[]>([]);
  const { isBusy, problem, submit } = useSubmission();
  const { waitS, look } = useWait(accounts);
  const isHeldBack = isBusy || waitS > 0;

  useEffect(() => {
    let isMounted = true;
    // Without the list of passkeys the passphrase still opens the account.
    accounts.passkeys().then((found) => isMounted && setPasskeys(found), () => isMounted && setPasskeys([]));
    return () => {
      isMounted = false;
    };
  }, [accounts]);

  async function signIn(credential: Credential): Promise<void> {
    try {
      await onSignedIn(await accounts.signIn(credential), credential.kind === "passphrase" ? credential.passphrase : "");
    } catch (cause) {
      setPassphrase("");
      await look();
      throw cause;
    }
  }

  return (
    <GateFrame title="Sign in">
      {why !== "" && <p role="status" className={styles.lead}>{why}</p>}
      <div className={styles.card}>
        <AccountForm
          label="Sign in"
          problem={problem}
          onSubmit={() => {
            if (!isHeldBack) submit(() => signIn({ kind: "passphrase", name: name.trim(), passphrase }));
          }}
          actions={
            <>
              <Button type="submit" variant="primary" disabled={isHeldBack || name.trim() === "" || passphrase === ""}>Sign in</Button>
              {passkeys.length > 0 && (
                <Button disabled={isHeldBack} onClick={() => submit(async () => signIn({ kind: "passkey", ...(await askForPasskey(passkeys)) }))}>Use a passkey</Button>
              )}
              <span role="timer">{waitS > 0 ? `The next attempt is let through in ${waitS} s` : ""}</span>
            </>
          }
        >
          <AccountField label="Name" name="username" autoComplete="username" required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          <PassphraseField label="Passphrase" value={passphrase} onType={setPassphrase} holds="current-password" takesFocus={lastName !== ""} />
        </AccountForm>
      </div>
      <div className={styles.others}>
        <Button variant="link" onClick={onRecover}>Use the recovery key</Button>
        <Button variant="link" onClick={onDemo}>Try without an account</Button>
      </div>
    </GateFrame>
  );
}
