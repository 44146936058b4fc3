import type { Session } from "../lifecycle/accounts/account.ts";
import { requirePermission, type Permission } from "../lifecycle/accounts/permission.ts";

/** The method of a store, for those who may: it rejects with the ProblemError "not-allowed" for others, before anything is read or written. */
export function permitted<Arguments extends readonly unknown[], Result>(
  session: Session, permission: Permission, method: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  return async (...given) => {
    requirePermission(session, permission);
    return method(...given);
  };
}
