import { useEffect, useState } from "react";
import { DEFAULT_SETTINGS } from "../../lifecycle/settings.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { formatCounted } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useLive } from "../runs/use-live.ts";
import { watchIdleness } from "./idle-watch.ts";

const MINUTE_MS = 60_000;

/** Locks the app when nobody uses it for as long as the site has set, and says so a minute before. */
export function IdleLock() {
  const { repository, session, lock } = useServices();
  const settings = useLive(() => repository.settings.all(), [repository]);
  const idleMinutes = settings.kind === "read" ? settings.value.idleLockMinutes : DEFAULT_SETTINGS.idleLockMinutes;
  const [leftMs, setLeftMs] = useState<number | null>(null);

  useEffect(() => {
    const tabs = new BroadcastChannel("isoline-use");
    const end = watchIdleness({ idleMs: idleMinutes * MINUTE_MS, warningMs: MINUTE_MS, page: window, tabs, onWarning: setLeftMs, onIdle: () => lock("idle") });
    return () => {
      end();
      tabs.close();
    };
  }, [idleMinutes, lock]);

  if (leftMs === null) return null;
  return (
    // Any use takes it away: closing needs no more than the stroke that asks for it.
    <Dialog title="Are you still there?" onClose={() => setLeftMs(null)} closeLabel="Stay">
      <p>
        {session.kind === "demo" ? "The demo ends, and what is in it is gone," : "Isoline locks"} in <b>{formatCounted(Math.ceil(leftMs / 1000), "second")}</b>,
        since nobody has used it for {formatCounted(Math.floor(idleMinutes - leftMs / MINUTE_MS), "minute")}.
        {session.kind === "account" && " A result that could not be saved is lost then; a training goes on later from its last epoch."}
      </p>
      {session.kind === "account" && <Button onClick={() => lock("asked")}>Lock now</Button>}
    </Dialog>
  );
}
