import { useState } from "react";
import type { Role } from "../../lifecycle/accounts/account.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ChangePassphraseDialog } from "./change-passphrase-dialog.tsx";
import { PasskeyDialog } from "./passkey-dialog.tsx";
import styles from "./own-account-card.module.css";

interface OwnAccountCardProps {
  readonly name: string;
  readonly role: Role;
}

/** The account that is signed in: what opens it. */
export function OwnAccountCard({ name, role }: OwnAccountCardProps) {
  const [dialog, setDialog] = useState<"none" | "passphrase" | "passkey">("none");
  const close = () => setDialog("none");
  return (
    <Card heading="Your account">
      <p className={styles.who}>You are signed in as <b>{name}</b>, {role}. The activity log writes this name beside what you do.</p>
      <div className={styles.actions}>
        <Button onClick={() => setDialog("passphrase")}>Change passphrase</Button>
        <Button onClick={() => setDialog("passkey")}>Passkey</Button>
      </div>
      {dialog === "passphrase" && <ChangePassphraseDialog onClose={close} />}
      {dialog === "passkey" && <PasskeyDialog onClose={close} />}
    </Card>
  );
}
