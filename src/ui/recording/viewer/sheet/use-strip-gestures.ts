import { useEffect, useEffectEvent, type RefObject } from "react";
import { gestureReducer, NO_GESTURE, type Gesture } from "./gesture.ts";

export interface StripGestures {
  /** drags the sheet so many pixels to the right; negative: to the left */
  readonly onDrag: (byPx: number) => void;
  /** factor above 1 shows more time; `atPx` from the element's left edge stays where it is */
  readonly onZoom: (factor: number, atPx: number) => void;
  /** a press that went nowhere */
  readonly onTap: (at: { readonly xPx: number; readonly yPx: number }) => void;
  /** whether the sheet can go that way: where it cannot, the wheel scrolls the page */
  readonly canPan: (direction: 1 | -1) => boolean;
}

/** A notch of a mouse wheel in pixels, where the browser counts in lines or pages. */
const LINE_PX = 32;
const PAGE_PX = 400;
/** How much of a zoom a pixel of the wheel is. */
const ZOOM_PER_PX = 1 / 300;

/** Mouse, pen, touch and wheel on a strip: one finger or the mouse drags, two fingers pinch, the wheel pans, with Ctrl (as pinching a touchpad sends it) it zooms. */
export function useStripGestures(ref: RefObject<HTMLElement | null>, gestures: StripGestures): void {
  const act = useEffectEvent(gestures.onDrag);
  const zoom = useEffectEvent(gestures.onZoom);
  const tap = useEffectEvent(gestures.onTap);
  const canPan = useEffectEvent(gestures.canPan);

  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let gesture: Gesture = NO_GESTURE;
    const place = (event: PointerEvent | WheelEvent) => {
      const box = element.getBoundingClientRect();
      return { xPx: event.clientX - box.left, yPx: event.clientY - box.top };
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || event.defaultPrevented) return;
      element.setPointerCapture(event.pointerId);
      gesture = gestureReducer(gesture, { kind: "down", pointer: event.pointerId, ...place(event) }).gesture;
    };
    const onMove = (event: PointerEvent) => {
      const step = gestureReducer(gesture, { kind: "move", pointer: event.pointerId, ...place(event) });
      gesture = step.gesture;
      if (step.dragPx !== 0) act(step.dragPx);
      if (step.zoom !== null) zoom(step.zoom.factor, step.zoom.atPx);
    };
    const onUp = (event: PointerEvent) => {
      const step = gestureReducer(gesture, { kind: event.type === "pointerup" ? "up" : "cancel", pointer: event.pointerId, ...place(event) });
      gesture = step.gesture;
      if (step.tap !== null) tap(step.tap);
    };
    const onWheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE_PX : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(Math.exp(event.deltaY * unit * ZOOM_PER_PX), place(event).xPx);
        return;
      }
      const byPx = (Math.abs(event.deltaX) >= Math.abs(event.deltaY) ? event.deltaX : event.deltaY) * unit;
      if (byPx === 0 || !canPan(byPx > 0 ? 1 : -1)) return;
      event.preventDefault();
      act(-byPx);
    };
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onUp);
    // React's own listener is passive and could not keep the page from scrolling.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("wheel", onWheel);
    };
  }, [ref]);
}
