/** The marks of a beat's waves in order of time. */
export const BOUNDARIES = ["pOnset", "pPeak", "pEnd", "qrsOnset", "qrsEnd", "tOnset", "tPeak", "tEnd"] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** In place of a sample where a beat has no such wave, or none that could be told from noise. */
export const NOT_FOUND = -1;

/** Of each boundary the sample, or NOT_FOUND, one entry a beat. A wave's boundaries are found together or not at all. */
export type Delineation = Readonly<Record<Boundary, Int32Array<ArrayBuffer>>>;
