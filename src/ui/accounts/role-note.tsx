import type { Permission } from "../../lifecycle/accounts/permission.ts";
import { restrictionSentence, useRestriction } from "./use-restriction.ts";
import styles from "./for-role.module.css";

/** Says who may, to those who may not; nothing to the others. */
export function RoleNote({ permission }: { readonly permission: Permission }) {
  return useRestriction(permission).disabled ? <p className={styles.note}>{restrictionSentence(permission)}</p> : null;
}
