import type { Surface } from "../canvas/painted-canvas.tsx";
import type { DrawnLeads } from "./draw-leads.ts";
import type { SheetGeometry, TimeScale } from "./sheet-geometry.ts";

const PULSE_MV = 1;
const PULSE_S = 0.2;

interface GutterContent extends DrawnLeads {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
}

/** The calibration pulse left of each lane: 1 mV for 200 ms, as far as the gutter has room for that. */
export function drawCalibration({ context, ink }: Surface, { sheet, time }: GutterContent): void {
  const { lanes, plotLeftPx, pxPerMm, pxPerMv } = sheet;
  const widthPx = Math.min(PULSE_S * time.pxPerS, plotLeftPx - 2 * pxPerMm);
  const heightPx = PULSE_MV * pxPerMv;
  const footPx = pxPerMm;
  context.strokeStyle = ink.ink;
  context.lineWidth = 1.15;
  for (const { topPx, heightPx: laneHeight } of lanes) {
    const baseY = topPx + laneHeight / 2 + heightPx / 2;
    const left = (plotLeftPx - widthPx) / 2;
    context.beginPath();
    context.moveTo(left - footPx, baseY);
    context.lineTo(left, baseY);
    context.lineTo(left, baseY - heightPx);
    context.lineTo(left + widthPx, baseY - heightPx);
    context.lineTo(left + widthPx, baseY);
    context.lineTo(left + widthPx + footPx, baseY);
    context.stroke();
  }
}

/** Each cell's lead, and a stroke where one lead follows another in a row. */
export function drawNames({ context, ink }: Surface, { sheet, leads, pyramids }: GutterContent): void {
  context.font = "600 13px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "top";
  context.lineJoin = "round";
  for (const { topPx, heightPx, cells } of sheet.lanes) {
    cells.forEach(({ lead, leftPx, widthPx, zeroYPx }, column) => {
      if (column > 0) {
        context.fillStyle = ink.ink;
        context.fillRect(leftPx - 0.75, zeroYPx - 2.5 * sheet.pxPerMm, 1.5, 5 * sheet.pxPerMm);
      }
      context.strokeStyle = ink.paper;
      context.lineWidth = 4;
      const { name } = leads[lead];
      context.strokeText(name, leftPx + 4, topPx + 4, widthPx - 8);
      context.fillStyle = ink.ink;
      context.fillText(name, leftPx + 4, topPx + 4, widthPx - 8);
      if (pyramids[lead] !== null) return;
      context.fillStyle = ink.muted;
      context.fillText("Preparing this lead for drawing", leftPx + 4, topPx + heightPx / 2 - 6, widthPx - 8);
    });
  }
}
