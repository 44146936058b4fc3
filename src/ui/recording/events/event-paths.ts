import type { Urgency } from "./event-kinds.ts";

/** How soon an event should be looked at, by shape, as SVG paths around 0,0: triangle, diamond, dot. */
export const EVENT_PATHS: Readonly<Record<Urgency, string>> = {
  urgent: "M0,-6L6.5,5.5H-6.5Z",
  rhythm: "M0,-6.5L6.5,0L0,6.5L-6.5,0Z",
  pattern: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
};
