import { isAllowed, type Permission } from "../../lifecycle/accounts/permission.ts";
import { useServices } from "../shared/services.ts";

/** For a control that only some may use: disabled for the others, with the reason as its title. The store refuses them too. */
export function useRestriction(permission: Permission): { readonly disabled: boolean; readonly title?: string } {
  const { session } = useServices();
  return isAllowed(session, permission) ? { disabled: false } : { disabled: true, title: restrictionSentence(permission) };
}

export const restrictionSentence = (permission: Permission): string => `Only an administrator may ${permission}.`;
