import type { Account, Role } from "../../lifecycle/accounts/account.ts";
import { Button } from "../shared/button.tsx";
import { formatDateTime } from "../shared/format.ts";
import styles from "./account-row.module.css";

interface AccountRowProps {
  readonly account: Account;
  readonly isOwn: boolean;
  readonly onRole: (role: Role) => void;
  readonly onReset: () => void;
  readonly onDisable: () => void;
}

const STATES = { active: "Active", "changes-passphrase": "Chooses a passphrase at the next sign-in", disabled: "Disabled" } as const;

const ALTERED = "Altered outside Isoline, and opens nothing: reset it; it becomes a clinician’s";

/** One account; nobody resets, disables or demotes themselves. */
export function AccountRow({ account, isOwn, onRole, onReset, onDisable }: AccountRowProps) {
  const { name, role, state, createdAt, passkeys, isAltered } = account;
  return (
    <tr>
      <th scope="row">{name}{isOwn && " (you)"}</th>
      <td data-label="Role">
        <select aria-label={`Role of ${name}`} title={isOwn ? "Another administrator can change your role" : undefined} disabled={isOwn || isAltered} value={role} onChange={(event) => onRole(event.target.value === "administrator" ? "administrator" : "clinician")}>
          <option value="clinician">Clinician</option>
          <option value="administrator">Administrator</option>
        </select>
      </td>
      <td data-label="State">{isAltered ? ALTERED : STATES[state]}{passkeys > 0 && ", with a passkey"}</td>
      <td data-label="Since">{formatDateTime(createdAt)}</td>
      <td>
        {!isOwn && (
          <span className={styles.actions}>
            <Button variant="link" aria-label={`Reset ${name}`} onClick={onReset}>Reset …</Button>
            {state !== "disabled" && !isAltered && <Button variant="link" aria-label={`Disable ${name}`} onClick={onDisable}>Disable …</Button>}
          </span>
        )}
      </td>
    </tr>
  );
}
