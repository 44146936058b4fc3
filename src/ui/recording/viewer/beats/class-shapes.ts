import { AAMI } from "../../../../ecg/beats/classes.ts";

/** The frame around a class's letter, as an SVG path around 0,0: a shape a class, so that greys and colour-blind eyes tell them apart. */
export interface ClassShape {
  readonly path: string;
  readonly isFilled: boolean;
  readonly isDashed: boolean;
}

const SQUARE = "M-7,-7H7V7H-7Z";

/** By index into CLASSES.aami. A normal beat is a bare letter, the ventricular one stands out most. */
export const CLASS_SHAPES: readonly ClassShape[] = Object.entries({
  N: { path: "", isFilled: false, isDashed: false },
  S: { path: "M-7.5,0a7.5,7.5 0 1,0 15,0a7.5,7.5 0 1,0 -15,0", isFilled: false, isDashed: false },
  V: { path: SQUARE, isFilled: true, isDashed: false },
  F: { path: "M0,-9.5L9.5,0L0,9.5L-9.5,0Z", isFilled: false, isDashed: false },
  Q: { path: SQUARE, isFilled: false, isDashed: true },
} satisfies Record<keyof typeof AAMI, ClassShape>).map(([, shape]) => shape);

/** Under a label that a clinician gave. */
export const RELABELLED_PATH = "M-8,9.5H8M-8,12H8";
