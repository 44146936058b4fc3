import { rangeOf, wavePath } from "../../beats/gallery/wave-path.ts";
import styles from "./beat-curve.module.css";

const WIDTH = 120;
const HEIGHT = 48;
/** Room for the line's own width. */
const INSET = 2;

/** A beat drawn small, over its own range. */
export function BeatCurve({ samples }: { readonly samples: Float32Array }) {
  return (
    <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path transform={`translate(0,${INSET})`} d={wavePath(samples, { width: WIDTH, height: HEIGHT - 2 * INSET, range: rangeOf(samples) })} />
    </svg>
  );
}
