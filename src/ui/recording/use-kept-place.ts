import { useEffect, useEffectEvent, useRef } from "react";
import { isSamePlace, placeOfFocus, type RecordingPlace } from "./recording-place.ts";
import type { RecordingFocus } from "./recording-view.ts";

/** After so long without a movement the address is told: browsers take only so many changes a second. */
const SETTLE_MS = 350;

/** Keeps the address at what is looked at, so that reload and Back lead to it, and follows an address that somebody else changed. */
export function useKeptPlace(focus: RecordingFocus, { tab, beat, atS }: RecordingPlace, onPlace: (place: RecordingPlace) => void): void {
  const { span, beat: picked } = focus;
  const told = useRef({ beat, atS });

  const follow = useEffectEvent(() => {
    if (isSamePlace(told.current, { beat, atS })) return;
    told.current = { beat, atS };
    focus.pickBeat(beat);
    if (atS !== null || beat === null) focus.showTime(atS ?? 0);
  });
  useEffect(() => follow(), [beat, atS]);

  const tell = useEffectEvent(() => {
    const place = placeOfFocus({ span, beat: picked });
    if (isSamePlace(place, told.current)) return;
    told.current = place;
    onPlace({ tab, ...place });
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [span, picked]);
}
