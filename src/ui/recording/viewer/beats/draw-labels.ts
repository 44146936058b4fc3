import { CLASSES } from "../../../../ecg/beats/classes.ts";
import type { Surface } from "../canvas/painted-canvas.tsx";
import type { SheetGeometry } from "../sheet/sheet-geometry.ts";
import { isAbnormal, type PlacedLabel } from "./beat-labels.ts";
import { CLASS_SHAPES, RELABELLED_PATH } from "./class-shapes.ts";

/** The lane above the paper: room for a label, and for the file's class above it where the file has any. */
export const LABELS_PX = { plain: 28, withTruth: 46 } as const;
const LABEL_UP_PX = 15;
const TRUTH_UP_PX = 36;

const shapes = CLASS_SHAPES.map(({ path }) => path);

/** Each beat's class above the strip: letter and shape, a double line under one that was relabelled, a cross and the file's letter above one that the file calls otherwise. */
export function drawLabels({ context, ink }: Surface, { paperTopPx, plotLeftPx, widthPx }: SheetGeometry, labels: readonly PlacedLabel[], picked: number | null): void {
  context.save();
  context.beginPath();
  context.rect(plotLeftPx - 10, 0, widthPx - plotLeftPx + 10, paperTopPx);
  context.clip();
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const label of labels) {
    const { xPx, classIndex, isRelabelled, truth } = label;
    const colour = isRelabelled ? ink.accent : isAbnormal(classIndex) ? ink.predicted : ink.muted;
    if (!label.isLettered && label.beat !== picked) {
      const height = isAbnormal(classIndex) || isRelabelled ? 11 : 5;
      context.fillStyle = colour;
      context.fillRect(xPx - 0.75, paperTopPx - 2 - height, 1.5, height);
      if (truth !== null) drawCross(context, ink.truth, xPx, paperTopPx - TRUTH_UP_PX, 3);
      continue;
    }
    context.save();
    context.translate(xPx, paperTopPx - LABEL_UP_PX);
    if (label.beat === picked) {
      context.fillStyle = ink.accentSoft;
      context.fillRect(-10, -12, 20, 26);
    }
    drawLetter({ context, ink }, classIndex, colour);
    if (isRelabelled) context.stroke(new Path2D(RELABELLED_PATH));
    context.restore();
    if (truth !== null) {
      drawCross(context, ink.truth, xPx - 6, paperTopPx - TRUTH_UP_PX, 3.5);
      context.fillStyle = ink.truth;
      context.font = "600 11px system-ui, sans-serif";
      context.fillText(CLASSES.aami[truth].code, xPx + 5, paperTopPx - TRUTH_UP_PX + 0.5);
    }
  }
  context.restore();
}

function drawLetter({ context, ink }: Pick<Surface, "context" | "ink">, classIndex: number, colour: string): void {
  const { isFilled, isDashed } = CLASS_SHAPES[classIndex];
  const shape = new Path2D(shapes[classIndex]);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 1.4;
  context.setLineDash(isDashed ? [2, 2] : []);
  if (isFilled) context.fill(shape);
  else context.stroke(shape);
  context.setLineDash([]);
  context.font = `${isAbnormal(classIndex) ? 600 : 400} 11px system-ui, sans-serif`;
  context.fillStyle = isFilled ? ink.card : colour;
  context.fillText(CLASSES.aami[classIndex].code, 0, 0.5);
}

function drawCross(context: CanvasRenderingContext2D, colour: string, x: number, y: number, r: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.beginPath();
  context.moveTo(x - r, y - r);
  context.lineTo(x + r, y + r);
  context.moveTo(x - r, y + r);
  context.lineTo(x + r, y - r);
  context.stroke();
}
