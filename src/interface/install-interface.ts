import type { CallParts } from "./calls/call-parts.ts";
import { createCalls, type Calls } from "./create-calls.ts";
import { hostMessages } from "./messages/host-messages.ts";
import { lockedError, refuseMessages } from "./messages/refuse-messages.ts";
import type { Isoline, IsolineEvent, PredictInput } from "./types.ts";

declare global {
  interface Window {
    readonly isoline?: Isoline;
  }
}

/** How the log names scripts of the app's own page. */
const OWN_PAGE = "A script of this page";

export interface InstalledInterface {
  /** Answers calls with the parts of a session, until it is locked. */
  readonly open: (parts: CallParts) => void;
  /** Ends all subscriptions and forgets the parts; calls are refused with "locked" from here on. */
  readonly lock: () => void;
}

interface Answering {
  readonly calls: Calls;
  readonly endMessages: () => void;
  readonly subscriptions: Set<() => void>;
}

/** Lets scripts of the page call `window.isoline`, and pages of allowed origins send messages. Locked at first. */
export function installInterface(appVersion: string, page: Window): InstalledInterface {
  let answering: Answering | null = null;
  let endRefusing = refuseMessages(page);

  const unlocked = async (): Promise<Answering> => {
    if (answering === null) throw lockedError();
    return answering;
  };
  const isoline = {
    models: (input?: unknown) => unlocked().then(({ calls }) => calls.models(input)),
    modelSummary: (input: unknown) => unlocked().then(({ calls }) => calls.modelSummary(input)),
    predict: (input: PredictInput) => unlocked().then(({ calls }) => calls.predict(input)),
    checkFile: (input: unknown) => unlocked().then(({ calls }) => calls.checkFile(input)),
    async subscribe(input: unknown, listener: (event: IsolineEvent) => void) {
      const { calls, subscriptions } = await unlocked();
      const end = await calls.subscribe(input, listener);
      subscriptions.add(end);
      return () => {
        subscriptions.delete(end);
        end();
      };
    },
    isoline: 1,
    appVersion,
  } as Isoline;
  Object.defineProperty(page, "isoline", { value: Object.freeze(isoline), enumerable: true });

  return {
    open(parts) {
      endRefusing();
      answering = { calls: createCalls(parts, OWN_PAGE), endMessages: hostMessages(parts, page), subscriptions: new Set() };
    },
    lock() {
      answering?.endMessages();
      answering?.subscriptions.forEach((end) => end());
      answering = null;
      endRefusing();
      endRefusing = refuseMessages(page);
    },
  };
}
