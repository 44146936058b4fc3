import { useCallback, useMemo, useState } from "react";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { useKeys } from "../../shared/use-keys.ts";
import { BeatPanel } from "../beat/beat-panel.tsx";
import type { BeatView } from "../beat-view.ts";
import type { Relabels } from "../use-relabels.ts";
import { GalleryCard } from "./gallery-card.tsx";
import { undoShortcuts } from "./relabel-keys.ts";
import type { GalleryList } from "./use-gallery-list.ts";
import { useRelabelling } from "./use-relabelling.ts";

interface BeatGalleryProps {
  readonly view: BeatView;
  readonly list: GalleryList;
  /** the beat shown alone, as the address has it */
  readonly openBeat: number | null;
  /** opens a beat, or goes back to the gallery */
  readonly onOpenBeat: (beat: number | null) => void;
  readonly relabels: Relabels;
}

/** All beats as small multiples, or one of them alone; the place is kept from one to the other. */
export function BeatGallery({ view, list, openBeat, onOpenBeat, relabels }: BeatGalleryProps) {
  const [current, setCurrent] = useState<number | null>(openBeat);
  // The gallery is left from where it is come back to.
  if (openBeat !== null && openBeat !== current) setCurrent(openBeat);
  const [hasBeenLeft, setHasBeenLeft] = useState(false);
  if (openBeat !== null && !hasBeenLeft) setHasBeenLeft(true);

  const isAlone = openBeat !== null;
  const show = useCallback((beats: readonly number[]) => {
    const beat = beats.at(0);
    if (beat === undefined) return;
    if (isAlone) onOpenBeat(beat);
    else setCurrent(beat);
  }, [isAlone, onOpenBeat]);
  const relabelling = useRelabelling(relabels, view.relabelClasses, show);
  useKeys("Relabelling", useMemo(() => undoShortcuts(relabelling), [relabelling]));

  return (
    <>
      {relabels.problem !== null && <ProblemAlert problem={relabels.problem} />}
      {openBeat === null ? (
        <GalleryCard
          view={view} list={list} current={current} onCurrent={setCurrent} onOpen={onOpenBeat}
          relabelling={relabelling} takesFocus={hasBeenLeft}
        />
      ) : (
        <BeatPanel view={view} beat={openBeat} shown={list.shown} onOpenBeat={onOpenBeat} relabelling={relabelling} />
      )}
    </>
  );
}
