import type { TimeTick } from "../../../result/plot/time-axis.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";

export const LEVEL_AXIS_PX = 18;

interface LevelAxis {
  readonly xOf: (timeS: number) => number;
  readonly topPx: number;
  readonly leftPx: number;
  readonly rightPx: number;
}

/** The moments below a level. */
export function drawLevelAxis({ context, ink }: Surface, ticks: readonly TimeTick[], { xOf, topPx, leftPx, rightPx }: LevelAxis): void {
  context.font = "10px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "top";
  context.fillStyle = ink.muted;
  for (const { timeS, label } of ticks) {
    const x = xOf(timeS);
    const half = context.measureText(label).width / 2;
    context.fillRect(x - 0.5, topPx, 1, 3);
    context.fillText(label, Math.min(Math.max(x, leftPx + half), rightPx - half), topPx + 5);
  }
}
