import type { CallParts } from "./calls/call-parts.ts";
import { createCalls } from "./create-calls.ts";
import { hostMessages } from "./messages/host-messages.ts";
import type { Isoline, PredictInput } from "./types.ts";

declare global {
  interface Window {
    readonly isoline?: Isoline;
  }
}

/** How the log names scripts of the app's own page. */
const OWN_PAGE = "A script of this page";

/** Lets scripts of the page call `window.isoline`, and pages of allowed origins send messages. */
export function installInterface(parts: CallParts, page: Window): void {
  const calls = createCalls(parts, OWN_PAGE);
  const isoline = { ...calls, predict: (input: PredictInput) => calls.predict(input), isoline: 1, appVersion: parts.appVersion } as Isoline;
  Object.defineProperty(page, "isoline", { value: Object.freeze(isoline), enumerable: true });
  hostMessages(parts, page);
}
