/** Marks on a recording in the order of time, as WFDB keeps them. */
export interface Annotations {
  /** of the mark, counted from the recording's first sample */
  readonly sample: Uint32Array<ArrayBuffer>;
  /** WFDB annotation code (ecgcodes.h): 1 N, 5 V, 28 +, … */
  readonly code: Uint8Array<ArrayBuffer>;
  readonly subtype: Int8Array<ArrayBuffer>;
  /** text of the marks that have any, e.g. "(AFIB", by index */
  readonly text: ReadonlyMap<number, string>;
}
