/** What a thread computes on. Plain data; nothing of what was computed. */
export interface Machine {
  readonly backend: string;
  /** how it was chosen, in a sentence or two */
  readonly reason: string;
  /** what draws WebGL 2; null where nothing does */
  readonly gpu: string | null;
  readonly maxTextureSize: number | null;
  /** that live in this thread */
  readonly tensors: number;
  readonly tensorBytes: number;
  readonly tensorFlowVersion: string;
}
