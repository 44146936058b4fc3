import { useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import type { Account } from "../../lifecycle/accounts/account.ts";
import { DecisionDialog } from "../registry/decision-dialog.tsx";
import { useAttempt } from "../runs/use-attempt.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import folding from "../shared/folding-table.module.css";
import { AccountRow } from "./account-row.tsx";
import { ResetDialog } from "./reset-dialog.tsx";

interface AccountsTableProps {
  readonly administration: AccountAdministration;
  readonly accounts: readonly Account[];
  /** the one who looks at it */
  readonly ownId: string;
  readonly onChanged: (sentence: string) => void;
}

type Asking = { readonly kind: "nothing" } | { readonly kind: "reset" | "disable"; readonly account: Account };

/** Each account with its role and state, and what can be done with it. */
export function AccountsTable({ administration, accounts, ownId, onChanged }: AccountsTableProps) {
  const [asking, setAsking] = useState<Asking>({ kind: "nothing" });
  const { problem, attempt } = useAttempt();
  const close = () => setAsking({ kind: "nothing" });
  return (
    <>
      <table className={folding.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">Since</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow
              key={account.id} account={account} isOwn={account.id === ownId}
              onRole={(role) => attempt(() => administration.setRole(account.id, role).then(() => onChanged(`${account.name} is now ${role === "administrator" ? "an administrator" : "a clinician"}.`)))}
              onReset={() => setAsking({ kind: "reset", account })}
              onDisable={() => setAsking({ kind: "disable", account })}
            />
          ))}
        </tbody>
      </table>
      {problem !== null && <ProblemAlert problem={problem} />}
      {asking.kind === "disable" && (
        <DecisionDialog
          title={`Disable ${asking.account.name}?`}
          sentence="The account has no way in then, until an administrator resets it. What was done with it stays, under its name."
          action="Disable" asksReason={false} onClose={close}
          onDecide={() => administration.disable(asking.account.id).then(() => onChanged(`${asking.account.name} is disabled.`))}
        />
      )}
      {asking.kind === "reset" && <ResetDialog administration={administration} account={asking.account} onClose={close} onReset={() => onChanged(`${asking.account.name} has a new passphrase, to be changed at the next sign-in${asking.account.isAltered ? ", and is a clinician" : ""}.`)} />}
    </>
  );
}
