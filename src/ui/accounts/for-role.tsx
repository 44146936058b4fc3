import type { ReactNode } from "react";
import type { Permission } from "../../lifecycle/accounts/permission.ts";
import { restrictionSentence, useRestriction } from "./use-restriction.ts";
import styles from "./for-role.module.css";

interface ForRoleProps {
  readonly permission: Permission;
  readonly children: ReactNode;
}

/** Controls that only some may use: disabled for the others, who are told who may. */
export function ForRole({ permission, children }: ForRoleProps) {
  const { disabled } = useRestriction(permission);
  if (!disabled) return children;
  return (
    <fieldset disabled className={styles.fieldset}>
      <legend className={styles.note}>{restrictionSentence(permission)}</legend>
      {children}
    </fieldset>
  );
}
