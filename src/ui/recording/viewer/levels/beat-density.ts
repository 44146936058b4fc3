import { AAMI } from "../../../../ecg/beats/classes.ts";

/** Beats of each pixel column. */
export interface BeatDensity {
  /** V and F */
  readonly ventricular: Uint32Array<ArrayBuffer>;
  /** S */
  readonly supraventricular: Uint32Array<ArrayBuffer>;
  /** of the fullest column of either; 1 at least */
  readonly most: number;
}

/** How many ectopic beats lie in each of so many equal columns of a recording. */
export function beatDensity(peakSample: Uint32Array, classes: Uint8Array, { sampleCount, columns }: { readonly sampleCount: number; readonly columns: number }): BeatDensity {
  const ventricular = new Uint32Array(columns);
  const supraventricular = new Uint32Array(columns);
  let most = 1;
  for (let beat = 0; beat < peakSample.length; beat++) {
    const classIndex = classes[beat];
    const counts = classIndex === AAMI.V || classIndex === AAMI.F ? ventricular : classIndex === AAMI.S ? supraventricular : null;
    if (counts === null) continue;
    const column = Math.min(Math.floor((peakSample[beat] / sampleCount) * columns), columns - 1);
    most = Math.max(most, ++counts[column]);
  }
  return { ventricular, supraventricular, most };
}
