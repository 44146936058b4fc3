/** The stretch of time a plot shows, as a reducer that can go back. */

export interface TimeRange {
  readonly fromS: number;
  readonly toS: number;
}

export interface Zoom {
  /** the whole recording */
  readonly full: TimeRange;
  readonly view: TimeRange;
  /** earlier views, oldest first: what "back" returns to */
  readonly earlier: readonly TimeRange[];
  /** the drag whose last step is the view; the steps of one drag are one step back */
  readonly drag: number | null;
}

export type ZoomAction =
  | { readonly kind: "show"; readonly range: TimeRange; readonly drag?: number }
  /** `factor` below 1 zooms in; `aroundS` stays where it is on the screen, the middle by default */
  | { readonly kind: "scale"; readonly factor: number; readonly aroundS?: number }
  /** moves by a share of the view's width, to the right when positive */
  | { readonly kind: "pan"; readonly share: number }
  /** brings a stretch to the middle, as wide as the view is; zooms in from the whole recording */
  | { readonly kind: "centre"; readonly range: TimeRange }
  | { readonly kind: "reset" }
  | { readonly kind: "back" };

/** Views kept to go back to. */
const MAX_EARLIER = 50;
/** The narrowest view: about one heartbeat at rest. */
const MIN_WIDTH_S = 1;
/** What "centre" shows around an event when nothing has been zoomed yet. */
const EVENT_WIDTH_S = 60;

/** From a patient's first row to the last; where these are at one moment, the second from it on, since an axis needs a width. `timeS` in order, not empty. */
export function wholeRange(timeS: Float64Array): TimeRange {
  const fromS = timeS[0];
  const toS = timeS[timeS.length - 1];
  return { fromS, toS: toS > fromS ? toS : fromS + MIN_WIDTH_S };
}

export function startZoom(full: TimeRange): Zoom {
  return { full, view: full, earlier: [], drag: null };
}

export function zoomReducer(zoom: Zoom, action: ZoomAction): Zoom {
  const { full, view } = zoom;
  switch (action.kind) {
    case "show":
      return to(zoom, action.range, action.drag ?? null);
    case "scale": {
      const around = action.aroundS ?? (view.fromS + view.toS) / 2;
      return to(zoom, {
        fromS: around - (around - view.fromS) * action.factor,
        toS: around + (view.toS - around) * action.factor,
      });
    }
    case "pan": {
      const by = width(view) * action.share;
      return to(zoom, { fromS: view.fromS + by, toS: view.toS + by });
    }
    case "centre": {
      const { range } = action;
      const wanted = isFull(zoom) ? Math.min(EVENT_WIDTH_S, width(full)) : width(view);
      const half = Math.max(wanted, 1.5 * width(range)) / 2;
      const middle = (range.fromS + range.toS) / 2;
      return to(zoom, { fromS: middle - half, toS: middle + half });
    }
    case "reset":
      return to(zoom, full);
    case "back": {
      const last = zoom.earlier.at(-1);
      return last === undefined ? zoom : { full, view: last, earlier: zoom.earlier.slice(0, -1), drag: null };
    }
  }
}

export function isFull({ full, view }: Zoom): boolean {
  return view.fromS === full.fromS && view.toS === full.toS;
}

/** `range` moved and narrowed to lie inside `full`, at least a heartbeat wide. */
export function fitInto(full: TimeRange, range: TimeRange): TimeRange {
  const wanted = Math.max(width(range), Math.min(MIN_WIDTH_S, width(full)));
  if (wanted >= width(full)) return full;
  const grown = (wanted - width(range)) / 2;
  const fromS = Math.min(Math.max(range.fromS - grown, full.fromS), full.toS - wanted);
  return { fromS, toS: Math.min(fromS + wanted, full.toS) };
}

function to(zoom: Zoom, range: TimeRange, drag: number | null = null): Zoom {
  const view = fitInto(zoom.full, range);
  if (view.fromS === zoom.view.fromS && view.toS === zoom.view.toS) return zoom;
  const sameDrag = drag !== null && drag === zoom.drag;
  const earlier = sameDrag ? zoom.earlier : [...zoom.earlier, zoom.view].slice(-MAX_EARLIER);
  return { full: zoom.full, view, earlier, drag };
}

function width({ fromS, toS }: TimeRange): number {
  return toS - fromS;
}
