import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallParts } from "../calls/call-parts.ts";
import { testParts } from "../testing.ts";
import { hostMessages, MOST_SUBSCRIPTIONS } from "./host-messages.ts";

const WARD = "https://ward.example";

/** A frame around the app: what it is sent, and to which origin. */
function frame() {
  const received: { readonly message: unknown; readonly targetOrigin: string }[] = [];
  return { closed: false, received, postMessage: (message: unknown, { targetOrigin }: { targetOrigin: string }) => void received.push({ message, targetOrigin }) };
}

let parts: CallParts;
let page: EventTarget;
let end: () => void;

const send = (data: unknown, source: unknown, origin = WARD) => page.dispatchEvent(Object.assign(new Event("message"), { data, origin, source }));
const raiseAlert = (id: string) => parts.repository.monitoring.raise({ id, ruleId: "r", modelId: "beat-cnn", version: 1, at: `2026-11-21T0${id}:00:00Z`, metric: "drift", value: 1, threshold: 0.5, sentence: "Drift.", actions: ["alert"], seenAt: "" });

beforeEach(async () => {
  parts = testParts();
  await parts.repository.settings.set("allowedOrigins", [WARD, "https://clinic.example"], "set");
  page = new EventTarget();
  end = hostMessages(parts, page);
});
afterEach(() => end());

const answers = (caller: ReturnType<typeof frame>, count: number) => vi.waitFor(() => {
  expect(caller.received).toHaveLength(count);
  return caller.received.map(({ message }) => message);
});

describe("a message", () => {
  it("of an allowed origin is answered by its id, to that origin", async () => {
    const ward = frame();
    send({ isoline: 1, id: 7, call: "models" }, ward);
    await answers(ward, 1);
    expect(ward.received[0]).toMatchObject({ targetOrigin: WARD, message: { isoline: 1, id: 7 } });
    expect((ward.received[0].message as { result: unknown[] }).result).toHaveLength(11);
  });

  it("of a foreign origin gets no answer, whatever it says, and leaves no trace", async () => {
    const foreign = frame();
    for (const data of [{ isoline: 1, id: 1, call: "models" }, { isoline: 1, id: 2, call: "subscribe", input: { to: ["results"] } }, "nonsense"]) {
      for (const origin of ["https://evil.example", "null", "", `${WARD}.evil.example`, "http://ward.example"]) send(data, foreign, origin);
    }
    const ward = frame();
    send({ isoline: 1, id: "after", call: "models" }, ward);
    await answers(ward, 1);
    expect(foreign.received).toEqual([]);
    expect((await parts.repository.log.entries()).filter(({ action }) => action === "call")).toHaveLength(1);
  });

  it("that is malformed gets a typed error, with its id where it can be read", async () => {
    const ward = frame();
    const malformed: [unknown, unknown][] = [
      ["nonsense", null], [null, null], [[], null], [{}, null],
      [{ isoline: 2, id: 1, call: "models" }, 1], [{ isoline: 1, id: "a", call: "explode" }, "a"], [{ isoline: 1, id: {}, call: "models" }, null],
      [{ isoline: 1, id: 2, call: "predict", input: { kind: "dog" } }, 2], [{ isoline: 1, id: 3, call: "models", more: true }, 3], [{ isoline: 1, id: 4, call: "unsubscribe", input: {} }, 4],
    ];
    for (const [index, [data, id]] of malformed.entries()) {
      send(data, ward);
      const answer = (await answers(ward, index + 1))[index];
      expect(answer).toMatchObject({ isoline: 1, id, error: { code: "malformed" } });
      expect(() => JSON.stringify(answer)).not.toThrow();
    }
  });

  it("that is itself an answer is not answered", async () => {
    const ward = frame();
    send({ isoline: 1, id: 1, error: { code: "malformed" } }, ward);
    send({ isoline: 1, id: 2, call: "models" }, ward);
    expect(await answers(ward, 1)).toMatchObject([{ id: 2 }]);
  });

  it("is answered on its own, also where many are sent at once", async () => {
    const ward = frame();
    const ids = Array.from({ length: 20 }, (_, id) => id);
    for (const id of ids) send({ isoline: 1, id, call: "predict", input: { kind: "heart-rates", patients: [{ patientId: "p", timeS: [0, 1], rateBpm: [60, 60 + id * 4] }] } }, ward);
    const got = (await answers(ward, 20)) as { id: number; result: { patients: { predicted: unknown[] }[] } }[];
    expect(got.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
    for (const { id, result } of got) expect(result.patients[0].predicted).toEqual([null, 60 + id * 4 > 100]);
  });

  it("is not answered any more once its origin is taken off the list", async () => {
    const [ward, clinic] = [frame(), frame()];
    await parts.repository.settings.set("allowedOrigins", ["https://clinic.example"], "set");
    send({ isoline: 1, id: 1, call: "models" }, ward);
    send({ isoline: 1, id: 1, call: "models" }, clinic, "https://clinic.example");
    await answers(clinic, 1);
    expect(ward.received).toEqual([]);
  });
});

describe("a subscription", () => {
  const subscribed = async (caller: ReturnType<typeof frame>, origin = WARD) => {
    send({ isoline: 1, id: "s", call: "subscribe", input: { to: ["alerts"] } }, caller, origin);
    return answers(caller, 1);
  };

  it("tells of what comes after it, until it is ended", async () => {
    await raiseAlert("1");
    const ward = frame();
    expect(await subscribed(ward)).toEqual([{ isoline: 1, id: "s", result: { subscribed: true } }]);
    await raiseAlert("2");
    expect((await answers(ward, 2))[1]).toMatchObject({ isoline: 1, id: "s", event: { kind: "alert", alert: { id: "2", model: "beat-cnn", sentence: "Drift." } } });
    send({ isoline: 1, id: "u", call: "unsubscribe", input: { id: "s" } }, ward);
    await answers(ward, 3);
    await raiseAlert("3");
    await raiseAlert("4");
    expect(ward.received).toHaveLength(3);
  });

  it("belongs to the frame that made it", async () => {
    const [ward, other] = [frame(), frame()];
    await subscribed(ward);
    send({ isoline: 1, id: "u", call: "unsubscribe", input: { id: "s" } }, other);
    expect(await answers(other, 1)).toMatchObject([{ error: { code: "unknown-subscription" } }]);
  });

  it("of a frame that was closed, or of an origin that is no longer allowed, is forgotten", async () => {
    const [closing, ward, clinic] = [frame(), frame(), frame()];
    await subscribed(closing);
    await subscribed(ward);
    await subscribed(clinic, "https://clinic.example");
    closing.closed = true;
    await raiseAlert("1");
    await answers(ward, 2);
    await parts.repository.settings.set("allowedOrigins", ["https://clinic.example"], "set");
    await raiseAlert("2");
    await answers(clinic, 3);
    await parts.repository.settings.set("allowedOrigins", [WARD, "https://clinic.example"], "set");
    await raiseAlert("3");
    await answers(clinic, 4);
    expect(ward.received).toHaveLength(2);
    expect(closing.received).toHaveLength(1);
  });

  it("cannot be had more than a few times, nor twice under one id", async () => {
    const ward = frame();
    for (let id = 0; id < MOST_SUBSCRIPTIONS; id++) {
      send({ isoline: 1, id, call: "subscribe", input: { to: ["results"] } }, ward);
      await answers(ward, id + 1);
    }
    send({ isoline: 1, id: 0, call: "subscribe", input: { to: ["results"] } }, ward);
    expect((await answers(ward, MOST_SUBSCRIPTIONS + 1)).at(-1)).toMatchObject({ error: { code: "id-in-use" } });
    send({ isoline: 1, id: "more", call: "subscribe", input: { to: ["results"] } }, ward);
    expect((await answers(ward, MOST_SUBSCRIPTIONS + 2)).at(-1)).toMatchObject({ error: { code: "too-many-subscriptions" } });
  });
});
