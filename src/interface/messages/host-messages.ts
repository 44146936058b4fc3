import * as v from "valibot";
import type { CallParts } from "../calls/call-parts.ts";
import { malformed, refused, toCallError, toErrorJson } from "../call-error.ts";
import { createCalls } from "../create-calls.ts";
import { callMessageSchema, idSchema } from "../schemas/call-message.ts";
import { readInput } from "../schemas/read-input.ts";
import type { AnswerMessage, CallMessage, IsolineEvent } from "../types.ts";
import { isAllowed } from "./allowed-origins.ts";

/** Of one origin: calls that wait for an answer, and subscriptions. */
export const MOST_WAITING = 64;
export const MOST_SUBSCRIPTIONS = 8;

/** The window, or frame, that a message came from. */
type Sender = Pick<Window, "closed" | "postMessage">;

interface Subscription {
  readonly sender: Sender;
  readonly origin: string;
  readonly id: CallMessage["id"];
  readonly end: () => void;
}

/**
 * Answers the calls that pages of allowed origins send to this window, each by its id and to its own origin. Messages of
 * any other origin are ignored without an answer. Gives the function that ends it.
 */
export function hostMessages(parts: CallParts, target: Pick<Window, "addEventListener" | "removeEventListener">): () => void {
  const waiting = new Map<string, number>();
  let subscriptions: readonly Subscription[] = [];

  function forget(isGone: (subscription: Subscription) => boolean): void {
    subscriptions.filter(isGone).forEach(({ end }) => end());
    subscriptions = subscriptions.filter((subscription) => !isGone(subscription));
  }

  const isSame = ({ sender, id }: Pick<Subscription, "sender" | "id">) => (other: Subscription) => other.sender === sender && other.id === id;

  async function deliver(subscriber: Omit<Subscription, "end">, event: IsolineEvent): Promise<void> {
    const { sender, origin, id } = subscriber;
    if (sender.closed || !(await isAllowed(origin, parts.repository))) forget(isSame(subscriber));
    else send(sender, origin, { isoline: 1, id, event });
  }

  async function subscribe(subscriber: Omit<Subscription, "end">, input: unknown): Promise<unknown> {
    if (subscriptions.some(isSame(subscriber))) throw refused("id-in-use", "A subscription has this id already", "Take another id");
    if (subscriptions.filter(({ origin }) => origin === subscriber.origin).length >= MOST_SUBSCRIPTIONS) {
      throw refused("too-many-subscriptions", `There are ${MOST_SUBSCRIPTIONS} subscriptions already`, "End one with unsubscribe");
    }
    const end = await createCalls(parts, subscriber.origin).subscribe(input, (event) => void deliver(subscriber, event));
    subscriptions = [...subscriptions, { ...subscriber, end }];
    return { subscribed: true };
  }

  function unsubscribe(sender: Sender, input: unknown): unknown {
    const { id } = readInput(v.strictObject({ id: idSchema }), input);
    if (!subscriptions.some(isSame({ sender, id }))) throw refused("unknown-subscription", "There is no subscription of this id", "Give the id of the subscribe message");
    forget(isSame({ sender, id }));
    return { subscribed: false };
  }

  async function answer({ call, input, id }: CallMessage, sender: Sender, origin: string): Promise<unknown> {
    if (call === "subscribe") return subscribe({ sender, origin, id }, input);
    if (call === "unsubscribe") return unsubscribe(sender, input);
    return createCalls(parts, origin)[call](input);
  }

  async function receive({ data, origin, source }: MessageEvent<unknown>): Promise<void> {
    if (source === null || !(await isAllowed(origin, parts.repository)) || isAnswer(data)) return;
    forget(({ sender }) => sender.closed);
    // A message event of a window comes from a window.
    const sender = source as Window;
    const inFlight = waiting.get(origin) ?? 0;
    waiting.set(origin, inFlight + 1);
    try {
      const message = readMessage(data);
      if (inFlight >= MOST_WAITING) throw refused("too-many-calls", `${MOST_WAITING} calls wait for an answer already`, "Wait for one of them");
      send(sender, origin, { isoline: 1, id: message.id, result: await answer(message, sender, origin) });
    } catch (cause) {
      send(sender, origin, { isoline: 1, id: idOf(data), error: toErrorJson(toCallError(cause)) });
    } finally {
      waiting.set(origin, (waiting.get(origin) ?? 1) - 1);
    }
  }

  const listener = (event: MessageEvent<unknown>) => void receive(event);
  target.addEventListener("message", listener);
  return () => {
    target.removeEventListener("message", listener);
    forget(() => true);
  };
}

function send(sender: Sender, origin: string, message: AnswerMessage): void {
  if (!sender.closed) sender.postMessage(message, { targetOrigin: origin });
}

function readMessage(data: unknown): CallMessage {
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw malformed("a call must be an object");
  return readInput(callMessageSchema, data);
}

/** Two apps that embed each other would otherwise answer answers for ever. */
const isAnswer = (data: unknown): boolean => typeof data === "object" && data !== null && "isoline" in data && ("error" in data || "result" in data || "event" in data);

function idOf(data: unknown): CallMessage["id"] | null {
  if (typeof data !== "object" || data === null || !("id" in data)) return null;
  return v.is(idSchema, data.id) ? data.id : null;
}
