import { useEffect, useState } from "react";
import { DEFAULT_SETTINGS } from "../../lifecycle/settings.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { formatCounted } from "../shared/format.ts";
import type { Services } from "../shared/services.ts";
import { useLive } from "../runs/use-live.ts";
import { channelOfUse, watchIdleness } from "./idle-watch.ts";

const MINUTE_MS = 60_000;

interface IdleGuardProps extends Pick<Services, "repository" | "session" | "lock"> {
  /** what is lost as it locks, as a sentence; "" where nothing is */
  readonly lost: string;
}

/** Locks what an account has opened when nobody uses it for as long as the site has set, and says so a minute before. */
export function IdleGuard({ repository, session, lock, lost }: IdleGuardProps) {
  const settings = useLive(() => repository.settings.all(), [repository]);
  const idleMinutes = settings.kind === "read" ? settings.value.idleLockMinutes : DEFAULT_SETTINGS.idleLockMinutes;
  const [leftMs, setLeftMs] = useState<number | null>(null);

  useEffect(() => {
    const tabs = new BroadcastChannel(channelOfUse(session));
    const end = watchIdleness({ idleMs: idleMinutes * MINUTE_MS, warningMs: MINUTE_MS, page: window, tabs, onWarning: setLeftMs, onIdle: () => lock("idle") });
    return () => {
      end();
      tabs.close();
    };
  }, [idleMinutes, lock, session]);

  if (leftMs === null) return null;
  return (
    // Any use takes it away: closing needs no more than the stroke that asks for it.
    <Dialog title="Are you still there?" onClose={() => setLeftMs(null)} closeLabel="Stay">
      <p>
        {session.kind === "demo" ? "The demo ends, and what is in it is gone," : "Isoline locks"} in <b>{formatCounted(Math.ceil(leftMs / 1000), "second")}</b>,
        since nobody has used it for {formatCounted(Math.floor(idleMinutes - leftMs / MINUTE_MS), "minute")}.
        {" "}{lost}
      </p>
      {session.kind === "account" && <Button onClick={() => lock("asked")}>Lock now</Button>}
    </Dialog>
  );
}
