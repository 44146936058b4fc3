import { isAllowed } from "../../lifecycle/accounts/permission.ts";
import { Button } from "../shared/button.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { useServices } from "../shared/services.ts";
import { ManagedAccounts } from "./managed-accounts.tsx";
import { OwnAccountCard } from "./own-account-card.tsx";
import styles from "./accounts-screen.module.css";

/** Who may work on this device: one's own account, and for administrators all of them. */
export function AccountsScreen() {
  const { session, administration, lock } = useServices();
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Accounts</h1>
      {administration === null ? (
        <EmptyState title="The demo has no accounts" actions={<Button onClick={() => lock("asked")}>End the demo</Button>}>
          Nothing is kept in it that would need one. End it to create an account or to sign in.
        </EmptyState>
      ) : (
        <>
          <OwnAccountCard name={session.name} role={session.role} />
          {isAllowed(session, "manage accounts")
            ? <ManagedAccounts administration={administration} ownId={session.accountId} />
            : <p className={styles.note}>Only an administrator adds, resets or disables accounts.</p>}
        </>
      )}
    </div>
  );
}
