import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { installInterface } from "./install-interface.ts";
import { testParts } from "./testing.ts";
import type { Isoline } from "./types.ts";

const WARD = "https://ward.example";

function installed() {
  const page = new EventTarget() as EventTarget & { isoline: Isoline };
  const host = installInterface("0.1.0", page as unknown as Window);
  const received: unknown[] = [];
  const source = { closed: false, postMessage: (message: unknown, { targetOrigin }: { targetOrigin: string }) => void received.push({ message, targetOrigin }) };
  const send = (data: unknown, origin = WARD) => page.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
  return { page, host, received, send };
}

describe("the interface", () => {
  it("refuses every call while it is locked, and answers again once it is opened", async () => {
    const { page, host } = installed();
    for (const call of [() => page.isoline.models(), () => page.isoline.predict({ X: [], Y: [] }), () => page.isoline.subscribe({ to: ["results"] }, () => undefined)]) {
      await expect(call()).rejects.toMatchObject({ name: "CallError", code: "locked" });
    }
    host.open(testParts());
    expect((await page.isoline.models()).length).toBeGreaterThan(5);
    host.lock();
    await expect(page.isoline.models()).rejects.toMatchObject({ code: "locked" });
  });

  it("tells a message no more than that it is locked, and what is no call nothing", async () => {
    const { host, received, send } = installed();
    send({ isoline: 1, id: 1, call: "models" });
    send("nonsense");
    send({ isoline: 1, id: 1, result: [] });
    expect(received).toEqual([{ targetOrigin: WARD, message: { isoline: 1, id: 1, error: expect.objectContaining({ code: "locked" }) as unknown } }]);

    const parts = testParts();
    await parts.repository.settings.set("allowedOrigins", [WARD], "set");
    host.open(parts);
    send({ isoline: 1, id: 2, call: "models" });
    await vi.waitFor(() => expect(received).toHaveLength(2));
    expect(received[1]).toMatchObject({ message: { id: 2, result: expect.any(Array) as unknown } });
  });

  it("ends what was subscribed to as it locks", async () => {
    const { page, host } = installed();
    const parts = testParts();
    host.open(parts);
    const told = vi.fn();
    await page.isoline.subscribe({ to: ["alerts"] }, told);
    host.lock();
    await parts.repository.monitoring.raise({ id: "1", ruleId: "r", modelId: "beat-cnn", version: 1, at: "2026-11-22T00:00:00Z", metric: "drift", value: 1, threshold: 0.5, sentence: "Drift.", actions: ["alert"], seenAt: "" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).not.toHaveBeenCalled();
  });
});
