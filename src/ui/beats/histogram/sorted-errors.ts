import { NORMAL } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";

/** Reconstruction errors by what the file says of the beat, each in ascending order: counts at any threshold are then two searches, fast enough to follow a hand. */
export interface SortedErrors {
  readonly normal: Float32Array<ArrayBuffer>;
  readonly anomalous: Float32Array<ArrayBuffer>;
  readonly unlabelled: Float32Array<ArrayBuffer>;
}

/** `label` has a class index or UNLABELLED for each error. */
export function sortErrors(errors: Float32Array<ArrayBuffer>, label: Uint8Array): SortedErrors {
  const those = (fits: (own: number) => boolean) => errors.filter((_, beat) => fits(label[beat])).sort();
  return {
    normal: those((own) => own === NORMAL),
    anomalous: those((own) => own !== NORMAL && own !== UNLABELLED),
    unlabelled: those((own) => own === UNLABELLED),
  };
}
