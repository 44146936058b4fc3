import type { CSSProperties } from "react";
import type { PlotColours } from "../result/plot/plot-svg.ts";

/** The tokens of tokens.css as it has them for print: a report is white paper on a dark screen too. */
export const PAPER_COLOURS: PlotColours = {
  card: "#ffffff",
  ink: "#000000",
  muted: "#444444",
  line: "#bbbbbb",
  signal: "#37474f",
  true: "#c62828",
  predicted: "#1b7a43",
};

/** The same as custom properties, for the page around the plot. */
export const PAPER_TOKENS = Object.fromEntries(Object.entries(PAPER_COLOURS).map(([name, colour]) => [`--${name}`, colour])) as CSSProperties;
