import { useServices } from "../shared/services.ts";
import { IdleGuard } from "./idle-guard.tsx";

/** Locks the app when nobody uses it. */
export function IdleLock() {
  const { repository, session, lock } = useServices();
  const lost = session.kind === "demo" ? "" : "A result that could not be saved is lost then; a backup or a restore under way ends; a training goes on later from its last epoch.";
  return <IdleGuard repository={repository} session={session} lock={lock} lost={lost} />;
}
