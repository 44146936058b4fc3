/** How the runs or metrics of a drawing are told apart: by colour (series.module.css), dash and shape together. */
export const SERIES_COLOURS = 6;

const DASHES = ["none", "7 4", "2 3", "9 3 2 3"] as const;

export const dashOf = (series: number): string => DASHES[series % DASHES.length];

/** Marks of about the same size around 0, 0. */
const SHAPES = [
  "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z",
  "M-3.6-3.6H3.6V3.6H-3.6Z",
  "M0-4.8L4.6 3.4H-4.6Z",
  "M0-5L5 0L0 5L-5 0Z",
  "M0 4.8L4.6-3.4H-4.6Z",
] as const;

export const shapeOf = (series: number): string => SHAPES[series % SHAPES.length];

/** The name of the series' colour class. */
export const colourOf = (series: number): string => `series${series % SERIES_COLOURS}`;
