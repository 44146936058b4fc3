import type { Session } from "../../lifecycle/accounts/account.ts";

/** What counts as use. A check or a training under way does not. */
const USES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const TICK_MS = 1000;
/** Other tabs are told of use at most this often. */
const TELL_MS = 5000;

export interface IdleWatchOptions {
  readonly idleMs: number;
  /** how long before the end it is said */
  readonly warningMs: number;
  /** where use is seen: the window */
  readonly page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** shared by the tabs of one session, see `channelOfUse`: use of one is use of all */
  readonly tabs: Pick<BroadcastChannel, "postMessage" | "addEventListener" | "removeEventListener">;
  /** how long is left, in ms; null: it was used again. Only when that changes. */
  readonly onWarning: (leftMs: number | null) => void;
  readonly onIdle: () => void;
}

/** The name of the channel by which tabs tell of use: somebody else's use, or the demo's, is none of this account's. */
export const channelOfUse = ({ kind, accountId }: Pick<Session, "kind" | "accountId">): string => `isoline-use ${kind} ${accountId}`;

/**
 * Watches for nobody using the app, by the clock on the wall: a laptop that slept is found idle as it wakes, before the
 * stroke that woke it counts as use. Calls `onIdle` once. Gives the function that ends it.
 */
export function watchIdleness({ idleMs, warningMs, page, tabs, onWarning, onIdle }: IdleWatchOptions): () => void {
  let lastUse = Date.now();
  let lastTold = 0;
  let isWarned = false;

  const look = (): boolean => {
    // A clock that was set back makes the wait start anew, not last until it has caught up.
    lastUse = Math.min(lastUse, Date.now());
    const leftMs = lastUse + idleMs - Date.now();
    if (leftMs <= 0) {
      end();
      onIdle();
      return false;
    }
    if (leftMs <= warningMs) onWarning(leftMs);
    else if (isWarned) onWarning(null);
    isWarned = leftMs <= warningMs;
    return true;
  };
  const use = (event: Event) => {
    // The browser makes such a move itself when something else comes to lie under the pointer.
    const isMoveOfNothing = event.type === "pointermove" && "movementX" in event && "movementY" in event && event.movementX === 0 && event.movementY === 0;
    if (isMoveOfNothing || !look()) return;
    lastUse = Date.now();
    if (lastUse - lastTold >= TELL_MS) {
      lastTold = lastUse;
      tabs.postMessage("used");
    }
    look();
  };
  const useElsewhere = () => {
    lastUse = Date.now();
    look();
  };

  const timer = setInterval(look, TICK_MS);
  for (const each of USES) page.addEventListener(each, use, { capture: true, passive: true });
  page.addEventListener("visibilitychange", look, { capture: true });
  tabs.addEventListener("message", useElsewhere);
  const end = () => {
    clearInterval(timer);
    for (const each of USES) page.removeEventListener(each, use, { capture: true });
    page.removeEventListener("visibilitychange", look, { capture: true });
    tabs.removeEventListener("message", useElsewhere);
  };
  return end;
}
