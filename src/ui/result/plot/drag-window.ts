import type { TimeRange } from "./zoom.ts";

/** What of the overview's window is moved: all of it, or one edge. */
export type WindowPart = "whole" | "start" | "end";

/** The window moved by `byS`; it keeps its width at the ends of the recording, and an edge stops at the other. */
export function dragWindow(part: WindowPart, { window, full, byS }: { readonly window: TimeRange; readonly full: TimeRange; readonly byS: number }): TimeRange {
  const { fromS, toS } = window;
  switch (part) {
    case "whole": {
      const by = Math.min(Math.max(byS, full.fromS - fromS), full.toS - toS);
      return { fromS: fromS + by, toS: toS + by };
    }
    case "start":
      return { fromS: Math.min(Math.max(fromS + byS, full.fromS), toS), toS };
    case "end":
      return { fromS, toS: Math.max(Math.min(toS + byS, full.toS), fromS) };
  }
}

/** How far a key moves a part, in seconds; null for a key that is not the slider's. A plain step is a tenth of the window, at an edge a hundredth of the recording. */
export function stepOfKey(key: string, part: WindowPart, { window, full }: { readonly window: TimeRange; readonly full: TimeRange }): number | null {
  const fullS = full.toS - full.fromS;
  const step = part === "whole" ? (window.toS - window.fromS) / 10 : fullS / 100;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp": return step;
    case "ArrowLeft":
    case "ArrowDown": return -step;
    case "PageUp": return 10 * step;
    case "PageDown": return -10 * step;
    case "Home": return -fullS;
    case "End": return fullS;
    default: return null;
  }
}
