interface Place {
  readonly xPx: number;
  readonly yPx: number;
}

/** The pointers that are down, and whether they have moved: a press that has not is a tap. */
export interface Gesture {
  readonly down: ReadonlyMap<number, Place>;
  readonly start: Place | null;
  readonly hasMoved: boolean;
}

export type PointerStep = Place & { readonly kind: "down" | "move" | "up" | "cancel"; readonly pointer: number };

/** What a step does to the strip. */
export interface GestureOutcome {
  readonly gesture: Gesture;
  /** to the right */
  readonly dragPx: number;
  /** of two fingers: as they part the factor is below 1, less time is shown */
  readonly zoom: { readonly factor: number; readonly atPx: number } | null;
  readonly tap: Place | null;
}

export const NO_GESTURE: Gesture = { down: new Map(), start: null, hasMoved: false };

/** A hand is not still: shorter movements are none. */
const TAP_PX = 5;
/** Fingers lying one above the other would zoom without bound. */
const LEAST_APART_PX = 24;

export function gestureReducer(gesture: Gesture, { kind, pointer, xPx, yPx }: PointerStep): GestureOutcome {
  const { down, start, hasMoved } = gesture;
  const at = { xPx, yPx };
  const nothing = { dragPx: 0, zoom: null, tap: null };
  if (kind === "down") {
    const isFirst = down.size === 0;
    return { ...nothing, gesture: { down: new Map(down).set(pointer, at), start: isFirst ? at : start, hasMoved: !isFirst } };
  }
  const before = down.get(pointer);
  if (before === undefined) return { ...nothing, gesture };
  if (kind !== "move") {
    const left = new Map(down);
    left.delete(pointer);
    return { ...nothing, tap: kind === "up" && !hasMoved ? at : null, gesture: { ...gesture, down: left } };
  }
  if (!hasMoved && start !== null && Math.hypot(xPx - start.xPx, yPx - start.yPx) < TAP_PX) return { ...nothing, gesture };
  const moved: Gesture = { down: new Map(down).set(pointer, at), start, hasMoved: true };
  const other = [...down].find(([id]) => id !== pointer)?.[1];
  if (other === undefined) return { ...nothing, gesture: moved, dragPx: xPx - before.xPx };
  const apart = (place: Place) => Math.max(Math.abs(place.xPx - other.xPx), LEAST_APART_PX);
  return {
    gesture: moved,
    // The middle between the fingers moves by half of what one does.
    dragPx: (xPx - before.xPx) / 2,
    zoom: { factor: apart(before) / apart(at), atPx: (xPx + other.xPx) / 2 },
    tap: null,
  };
}
