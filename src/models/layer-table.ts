/** One line of the layer table that Keras prints as `model.summary()`. */
export interface LayerRow {
  readonly name: string;
  readonly type: string;
  /** the batch first, null */
  readonly outputShape: readonly (number | null)[];
  readonly parameters: number;
  /** names of the layers whose outputs it takes */
  readonly connectedTo: readonly string[];
}

export interface LayerTable {
  readonly layers: readonly LayerRow[];
  readonly totalParameters: number;
  readonly trainableParameters: number;
}
