import { useCallback, useEffect, useState } from "react";
import type { Accounts } from "../../../db/accounts/accounts.ts";

/** How long the next attempt to sign in is held back, in whole seconds, counted down; `look` asks again, as after a refusal. */
export function useWait({ waitMs }: Pick<Accounts, "waitMs">): { readonly waitS: number; readonly look: () => Promise<void> } {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);

  const hold = useCallback((wait: number) => {
    setNow(Date.now());
    setUntil(Date.now() + wait);
  }, []);
  const look = useCallback(async () => hold(await waitMs()), [hold, waitMs]);

  useEffect(() => {
    // The screen works without: an attempt that comes too early is refused with the seconds to wait.
    waitMs().then(hold, () => hold(0));
  }, [hold, waitMs]);

  const isWaiting = until > now;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return { waitS: Math.max(0, Math.ceil((until - now) / 1000)), look };
}
