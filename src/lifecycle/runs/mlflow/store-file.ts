/** A file of a store of runs, from an archive, a picked folder or the disk. */
export interface StoreFile {
  /** from the top of what was given, with “/” */
  readonly path: string;
  readonly bytes: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}
