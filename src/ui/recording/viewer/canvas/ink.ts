import type { ColourScheme } from "./use-screen.ts";

/** The custom properties that canvases are painted with: the page's, and the paper's of strip-viewer.module.css. */
const PROPERTIES = {
  paper: "--ecg-paper",
  fineGrid: "--ecg-fine-grid",
  boldGrid: "--ecg-bold-grid",
  ink: "--ink",
  muted: "--muted",
  line: "--line",
  control: "--control-line",
  card: "--card",
  sunken: "--sunken",
  signal: "--signal",
  accent: "--accent",
  accentSoft: "--accent-soft",
  cautionLine: "--caution-line",
  truth: "--true",
  predicted: "--predicted",
} as const;

export type Ink = Readonly<Record<keyof typeof PROPERTIES, string>>;

const known = new Map<ColourScheme, Ink>();

/** The colours of the page around a canvas; asked of it once for each scheme, since that makes the browser work out its styles. */
export function inkOf(canvas: HTMLCanvasElement, scheme: ColourScheme): Ink {
  const before = known.get(scheme);
  if (before !== undefined) return before;
  const style = getComputedStyle(canvas);
  const ink = Object.fromEntries(Object.entries(PROPERTIES).map(([name, property]) => [name, style.getPropertyValue(property).trim()])) as Ink;
  known.set(scheme, ink);
  return ink;
}
