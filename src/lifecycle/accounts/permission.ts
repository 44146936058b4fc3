import { ProblemError } from "../../ecg/problem.ts";
import type { Role, Session } from "./account.ts";

/** What only some may do; whatever is not named here, such as checking, reviewing and training, everybody may. */
const ALLOWED = {
  "manage accounts": ["administrator"],
  "change settings": ["administrator"],
  "change which model answers": ["administrator"],
  "delete models or evaluation sets": ["administrator"],
  "set rules and lift suspensions": ["administrator"],
  "read the activity log": ["administrator"],
  "back up and restore": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ALLOWED;

export function isAllowed({ role }: Pick<Session, "role">, permission: Permission): boolean {
  const roles: readonly Role[] = ALLOWED[permission];
  return roles.includes(role);
}

/** Throws the ProblemError "not-allowed" where the role may not. */
export function requirePermission(session: Pick<Session, "role">, permission: Permission): void {
  if (isAllowed(session, permission)) return;
  throw new ProblemError("not-allowed", `A ${session.role} may not ${permission}`, "Ask an administrator of this device to do it, or sign in as one");
}
