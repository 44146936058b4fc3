import { useState } from "react";
import { toProblem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { formatDateTime } from "../shared/format.ts";
import styles from "./recovery-key-sheet.module.css";

/** A recovery key with what it is for, to be copied or printed. The paper holds nothing else. */
export function RecoveryKeySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const [said, setSaid] = useState("");
  const [madeAt] = useState(() => new Date().toISOString());
  const copy = () => {
    // Not there in an insecure window, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const copied = clipboard?.writeText(recoveryKey) ?? Promise.reject(new Error("this browser does not let pages copy"));
    copied.then(() => setSaid("Copied."), (cause: unknown) => setSaid(`Not copied (${toProblem(cause).sentence}) Print it or write it down.`));
  };
  return (
    <section className={styles.sheet} aria-label="Recovery key">
      <p className={styles.paper}>Isoline: recovery key, made {formatDateTime(madeAt)} on the device at {window.location.host}</p>
      <p>
        It gives an administrator a new passphrase when the old one is forgotten. It is shown this once and stored nowhere: <b>without it and without a passphrase, what is kept on this device cannot be read again by anybody.</b>
      </p>
      <p className={styles.key} translate="no"><code>{recoveryKey}</code></p>
      <p className={styles.advice}>Print it and lock it away, or put it into the password manager of your ward. Whoever has it can read everything on this device.</p>
      <div className={styles.actions}>
        <Button onClick={copy}>Copy</Button>
        <Button onClick={() => window.print()}>Print</Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
