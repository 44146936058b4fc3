/** Beats selected in the gallery. `anchor` is where a range starts; `kept` is what was selected before that range. */
export interface Selection {
  readonly beats: ReadonlySet<number>;
  readonly anchor: number | null;
  readonly kept: ReadonlySet<number>;
}

export type SelectionAction =
  | { readonly kind: "toggled"; readonly beat: number }
  /** from the anchor, or else from `from`, up to `to`, in the order shown */
  | { readonly kind: "extended"; readonly from: number; readonly to: number; readonly shown: Uint32Array }
  | { readonly kind: "all"; readonly shown: Uint32Array }
  | { readonly kind: "cleared" };

const NONE: ReadonlySet<number> = new Set();
export const NO_SELECTION: Selection = { beats: NONE, anchor: null, kept: NONE };

/** As lists do: a range moves its far end until another one is begun. */
export function select(selection: Selection, action: SelectionAction): Selection {
  switch (action.kind) {
    case "toggled": {
      const beats = new Set(selection.beats);
      if (!beats.delete(action.beat)) beats.add(action.beat);
      return { beats, anchor: action.beat, kept: beats };
    }
    case "extended": {
      const start = selection.anchor === null ? -1 : action.shown.indexOf(selection.anchor);
      const anchor = start < 0 || selection.anchor === null ? action.from : selection.anchor;
      const kept = start < 0 ? selection.beats : selection.kept;
      const ends = [action.shown.indexOf(anchor), action.shown.indexOf(action.to)];
      const range = action.shown.subarray(Math.min(...ends), Math.max(...ends) + 1);
      return { beats: new Set([...kept, ...range]), anchor, kept };
    }
    case "all":
      return { beats: new Set(action.shown), anchor: null, kept: NONE };
    case "cleared":
      return NO_SELECTION;
  }
}
