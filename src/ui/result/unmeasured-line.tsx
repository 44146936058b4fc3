import { Curve, type CurveProps } from "recharts";

/** A chart's line, for `shape` of a recharts Line. It leaves out the ref by which recharts would measure its length at every drawing, for an animation that is off. */
export function UnmeasuredLine({ pathRef, ...curve }: CurveProps) {
  return <Curve {...curve} />;
}
