/** The check of the recording that a check of heart rates was made from: to be opened at a moment, or deleted. */
export type RecordingLink =
  | { readonly kind: "there"; readonly name: string; readonly leadName: string; readonly hrefAt: (moment: RecordingMoment) => string }
  | { readonly kind: "deleted" };

export interface RecordingMoment {
  /** seconds from the recording's start */
  readonly timeS: number;
  /** index of the beat there */
  readonly beat: number | null;
}
