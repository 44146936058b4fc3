import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEMO_SESSION } from "../../lifecycle/accounts/account.ts";
import { channelOfUse, watchIdleness } from "./idle-watch.ts";

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function watched() {
  const page = new EventTarget();
  const told: unknown[] = [];
  const tabs = Object.assign(new EventTarget(), { postMessage: (message: unknown) => void told.push(message) });
  const seen: (number | null)[] = [];
  const onIdle = vi.fn();
  const end = watchIdleness({ idleMs: 10 * MINUTE, warningMs: MINUTE, page, tabs, onWarning: (leftMs) => void seen.push(leftMs), onIdle });
  return { page, told, tabs, seen, onIdle, end, use: (kind = "pointermove") => page.dispatchEvent(new Event(kind)) };
}

describe("watchIdleness", () => {
  it("warns in the last minute, once a second, and ends once", () => {
    const { seen, onIdle } = watched();
    vi.advanceTimersByTime(9 * MINUTE - 1000);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(3000);
    expect(seen).toEqual([MINUTE, MINUTE - 1000, MINUTE - 2000]);
    vi.advanceTimersByTime(20 * MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it.each(["pointerdown", "pointermove", "keydown", "wheel", "touchstart"])("takes %s as use, and takes the warning back", (kind) => {
    const { seen, onIdle, use } = watched();
    vi.advanceTimersByTime(9.5 * MINUTE);
    use(kind);
    expect(seen.at(-1)).toBeNull();
    vi.advanceTimersByTime(9.9 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
  });

  it("is not taken in by moves that the browser makes itself", () => {
    const { page, onIdle } = watched();
    vi.advanceTimersByTime(9.9 * MINUTE);
    page.dispatchEvent(Object.assign(new Event("pointermove"), { movementX: 0, movementY: 0 }));
    vi.advanceTimersByTime(MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("takes the use of another tab as its own, and tells others of its own, not at every move", () => {
    const { tabs, told, onIdle, use } = watched();
    vi.advanceTimersByTime(9 * MINUTE);
    tabs.dispatchEvent(new Event("message"));
    vi.advanceTimersByTime(9 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
    for (let i = 0; i < 100; i++) use();
    expect(told).toEqual(["used"]);
  });

  it("goes by the clock on the wall: what wakes a laptop that slept too long is no use", () => {
    const { onIdle, use } = watched();
    vi.setSystemTime(11 * MINUTE);
    use("keydown");
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("begins anew where the clock was set back, and is put off no longer than that", () => {
    const { onIdle } = watched();
    vi.setSystemTime(-60 * MINUTE);
    vi.advanceTimersByTime(9.9 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("looks when the page is seen again", () => {
    const { onIdle, page } = watched();
    vi.setSystemTime(11 * MINUTE);
    page.dispatchEvent(new Event("visibilitychange"));
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("does nothing more once it was ended", () => {
    const { onIdle, use, end } = watched();
    end();
    vi.advanceTimersByTime(60 * MINUTE);
    use();
    expect(onIdle).not.toHaveBeenCalled();
  });
});

it("tells of use among the tabs of one account: not to the demo's, nor to another account's", () => {
  const ann = { kind: "account", accountId: "ann" } as const;
  expect(channelOfUse({ ...ann })).toBe(channelOfUse(ann));
  expect(new Set([ann, { kind: "account", accountId: "ben" } as const, DEMO_SESSION].map(channelOfUse)).size).toBe(3);
});
