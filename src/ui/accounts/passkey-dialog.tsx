import { useCallback, useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { AccountForm } from "./account-form.tsx";
import { createPasskey, passkeySupport } from "./passkey.ts";
import { PassphraseField } from "./passphrase-field.tsx";
import { useAnswer } from "./use-answer.ts";
import { useSubmission } from "./use-submission.ts";

/** Lets a passkey (fingerprint, face, security key) open the account in place of its passphrase, or takes that away. */
export function PasskeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, administration } = useServices();
  const toast = useToast();
  const [own, setOwn] = useState("");
  const { isBusy, problem, submit } = useSubmission();
  const { answer } = useAnswer(useCallback(() => factsOf(administration), [administration]));

  const add = () => submit(async () => {
    await administration?.addPasskey(() => createPasskey(session.name), own);
    toast({ message: "The passkey opens your account from now on." });
    onClose();
  });
  const remove = () => submit(async () => {
    await administration?.removePasskeys();
    toast({ message: "No passkey opens your account any more." });
    onClose();
  });

  return (
    <Dialog title="Passkey" onClose={onClose} closeLabel="Cancel">
      {answer.kind === "failed" && <ProblemAlert problem={answer.problem} />}
      {answer.kind === "answered" && (
        <AccountForm
          label="Passkey"
          problem={problem}
          onSubmit={add}
          actions={
            <>
              {answer.value.support.kind === "there" && <Button type="submit" variant="primary" disabled={isBusy || own === ""}>Add a passkey</Button>}
              {answer.value.passkeys > 0 && <Button disabled={isBusy} onClick={remove}>Remove {answer.value.passkeys === 1 ? "it" : "all"}</Button>}
            </>
          }
        >
          <p>{answer.value.passkeys === 0 ? "Fingerprint, face or a security key can open your account in place of the passphrase." : `${formatCounted(answer.value.passkeys, "passkey")} ${answer.value.passkeys === 1 ? "opens" : "open"} your account.`} The passphrase goes on opening it too.</p>
          {answer.value.support.kind === "missing"
            ? <p>{answer.value.support.why} Your passphrase opens the account.</p>
            : <PassphraseField label="Your passphrase" value={own} onType={setOwn} holds="current-password" />}
        </AccountForm>
      )}
    </Dialog>
  );
}

async function factsOf(administration: AccountAdministration | null) {
  const [support, own] = await Promise.all([passkeySupport(), administration?.own()]);
  return { support, passkeys: own?.passkeys ?? 0 };
}
