import * as v from "valibot";
import { refused, toErrorJson, type CallError } from "../call-error.ts";
import { callMessageSchema } from "../schemas/call-message.ts";
import type { ErrorMessage } from "../types.ts";

export const lockedError = (): CallError => refused("locked", "Isoline is locked", "Sign in to it, then call again");

/**
 * Refuses every call with the error "locked". It tells any origin no more than that: which origins are allowed is under
 * the same lock, and a frame's page must be able to ask its user to sign in. Gives the function that ends it.
 */
export function refuseMessages(target: Pick<Window, "addEventListener" | "removeEventListener">): () => void {
  const listener = ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source === null || !v.is(callMessageSchema, data)) return;
    const message: ErrorMessage = { isoline: 1, id: data.id, error: toErrorJson(lockedError()) };
    // A message event of a window comes from a window. A page without an origin of its own can be answered only by "*".
    (source as Window).postMessage(message, { targetOrigin: origin === "null" ? "*" : origin });
  };
  target.addEventListener("message", listener);
  return () => target.removeEventListener("message", listener);
}
