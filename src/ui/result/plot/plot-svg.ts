import type { MarkKind, PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { MARK_PARTS, MARK_STROKE_WIDTH } from "./mark-paths.ts";
import { PLOT_MARGIN, plotGeometry, type PlotGeometry } from "./plot-geometry.ts";
import type { RateAxis } from "./rate-axis.ts";
import { linePath, linePoints } from "./signal-line.ts";
import type { TimeTick } from "./time-axis.ts";
import type { TimeRange } from "./zoom.ts";

/** The tokens a saved plot is drawn in, as CSS colours. */
export const PLOT_COLOURS = ["card", "ink", "muted", "line", "signal", "true", "predicted"] as const;
export type PlotColours = Readonly<Record<(typeof PLOT_COLOURS)[number], string>>;

export interface PlotPicture {
  readonly title: string;
  /** one line each, below the title */
  readonly notes: readonly string[];
  /** below the plot; empty where what surrounds the picture says it */
  readonly disclaimer: string;
  readonly points: PlotPoints;
  readonly view: TimeRange;
  readonly rates: RateAxis;
  readonly timeTicks: readonly TimeTick[];
  readonly breakAfterS: number;
  /** without labels the legend names predictions only */
  readonly labelled: boolean;
  readonly colours: PlotColours;
  /** default PICTURE_SIZE; text keeps its size, so a smaller picture has larger letters when it is printed as wide */
  readonly size?: { readonly width: number; readonly height: number };
}

export const PICTURE_SIZE = { width: 1200, height: 560 } as const;

const SIDE = 24;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const LEGEND: readonly (readonly [MarkKind, string])[] = [["true", "true"], ["predicted", "predicted"], ["agreed", "both agree"]];

/** The plot as a file that stands alone: an SVG with its colours written out and no reference to anything outside. */
export function plotSvg(picture: PlotPicture): string {
  const { title, notes, disclaimer, colours, view, rates, size: { width, height } = PICTURE_SIZE } = picture;
  const top = 60 + 18 * notes.length;
  const bottom = disclaimer === "" ? 4 : 44;
  const geometry = plotGeometry({ width: width - 2 * SIDE, height: height - top - bottom, view, rates });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml([...notes, disclaimer].join(" "))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.card}"/>`,
    text({ x: SIDE, y: 34, size: 20, fill: colours.ink, content: title, bold: true }),
    ...notes.map((note, i) => text({ x: SIDE, y: 56 + 18 * i, size: 13, fill: colours.muted, content: note })),
    legend(picture),
    `<g transform="translate(${SIDE},${top})">`,
    axes(picture, geometry),
    signal(picture, geometry),
    marks(picture, geometry),
    "</g>",
    text({ x: SIDE, y: height - 16, size: 13, fill: colours.ink, content: disclaimer }),
    "</svg>",
  ].join("\n");
}

function axes({ rates, timeTicks, colours }: PlotPicture, { plotWidth, plotHeight, xOf, yOf }: PlotGeometry): string {
  const { left, top } = PLOT_MARGIN;
  const grid = [
    ...rates.ticks.map((rate) => `M${left},${px(yOf(rate))}h${px(plotWidth)}`),
    ...timeTicks.map(({ timeS }) => `M${px(xOf(timeS))},${top}v${px(plotHeight)}`),
  ];
  return [
    `<path d="${grid.join("")}" stroke="${colours.line}" fill="none"/>`,
    ...rates.ticks.map((rate) => text({ x: left - 6, y: yOf(rate) + 4, size: 12, fill: colours.muted, content: String(rate), anchor: "end" })),
    ...timeTicks.map(({ timeS, label }) => text({ x: xOf(timeS), y: top + plotHeight + 18, size: 12, fill: colours.muted, content: label, anchor: "middle" })),
  ].join("\n");
}

function signal({ points, breakAfterS, colours }: PlotPicture, { xOf, yOf }: PlotGeometry): string {
  const path = linePath(linePoints(points, breakAfterS), ({ timeS, rateBpm }) => `${px(xOf(timeS))},${px(yOf(rateBpm))}`);
  return `<path d="${path}" fill="none" stroke="${colours.signal}" stroke-width="1.1" stroke-linecap="round"/>`;
}

function marks({ points, colours }: PlotPicture, { xOf, yOf }: PlotGeometry): string {
  return points.marks.map(({ kind, timeS, rateBpm }) => markAt(kind, { x: xOf(timeS), y: yOf(rateBpm) }, colours)).join("\n");
}

function legend({ labelled, colours, size = PICTURE_SIZE }: PlotPicture): string {
  const entries = LEGEND.filter(([kind]) => labelled || kind === "predicted");
  const room = (shown: typeof LEGEND) => shown.reduce((sum, [, word]) => sum + 36 + 7.5 * word.length, 0);
  return entries
    .map(([kind, word], i) => {
      const x = size.width - SIDE - room(entries.slice(i));
      return markAt(kind, { x, y: 29 }, colours) + text({ x: x + 13, y: 34, size: 13, fill: colours.ink, content: word });
    })
    .join("\n");
}

function markAt(kind: MarkKind, { x, y }: { readonly x: number; readonly y: number }, colours: PlotColours): string {
  const parts = MARK_PARTS[kind].map(({ path, colour, filled }) =>
    filled ? `<path d="${path}" fill="${colours[colour]}"/>` : `<path d="${path}" fill="none" stroke="${colours[colour]}" stroke-width="${MARK_STROKE_WIDTH}"/>`,
  );
  return `<g transform="translate(${px(x)},${px(y)})">${parts.join("")}</g>`;
}

interface TextOptions {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly content: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
}

function text({ x, y, size, fill, content, anchor = "start", bold = false }: TextOptions): string {
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ""}>${escapeXml(content)}</text>`;
}

const px = (value: number): string => String(Number(value.toFixed(1)));

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text from a file, made harmless for XML: markup escaped, characters that XML 1.0 forbids left out. */
function escapeXml(content: string): string {
  return content
    // eslint-disable-next-line no-control-regex -- these are the very characters to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character]);
}
