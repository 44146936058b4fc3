import type { Trace } from "../../../../ecg/drawing/ecg-trace.ts";

/** Draws a trace in the stroke colour and line width set. */
export function strokeTrace(context: CanvasRenderingContext2D, { of, vertices }: Trace): void {
  if (of === "columns") fillColumns(context, vertices);
  else strokeSamples(context, vertices);
}

function strokeSamples(context: CanvasRenderingContext2D, vertices: Float32Array): void {
  if (vertices.length === 0) return;
  context.beginPath();
  context.moveTo(vertices[0], vertices[1]);
  // A recording of one sample, or one alone between gaps, is a dot.
  if (vertices.length === 2) context.lineTo(vertices[0] + 1, vertices[1]);
  for (let i = 2; i < vertices.length; i += 2) context.lineTo(vertices[i], vertices[i + 1]);
  context.stroke();
}

/** Upright bars from column to column, each reaching to where the line came from: a stroked line so dense takes many times as long. */
function fillColumns(context: CanvasRenderingContext2D, vertices: Float32Array): void {
  const width = context.lineWidth;
  context.fillStyle = context.strokeStyle;
  for (let i = 0; i < vertices.length; i += 4) {
    const near = vertices[i + 1];
    const far = vertices[i + 3];
    const from = i === 0 ? near : vertices[i - 1];
    const top = Math.min(near, far, from) - width / 2;
    context.fillRect(vertices[i] - width / 2, top, width, Math.max(near, far, from) + width / 2 - top);
  }
}
