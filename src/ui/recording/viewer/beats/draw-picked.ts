import type { Surface } from "../canvas/painted-canvas.tsx";
import type { SheetGeometry } from "../sheet/sheet-geometry.ts";

/** A band through all leads at the beat picked, with a dashed line on its R peak; drawn below the trace. */
export function drawPicked({ context, ink }: Surface, { paperTopPx, paperBottomPx, pxPerMm, plotLeftPx }: SheetGeometry, xPx: number): void {
  if (xPx < plotLeftPx) return;
  const heightPx = paperBottomPx - paperTopPx;
  context.save();
  context.globalAlpha = 0.6;
  context.fillStyle = ink.accentSoft;
  context.fillRect(xPx - 5 * pxPerMm / 2, paperTopPx, 5 * pxPerMm, heightPx);
  context.globalAlpha = 1;
  context.strokeStyle = ink.accent;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(xPx, paperTopPx);
  context.lineTo(xPx, paperBottomPx);
  context.stroke();
  context.restore();
}
