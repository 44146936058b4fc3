import { useRef, useState } from "react";

interface DraftThreshold {
  /** the draft while there is one, else the threshold in use */
  readonly shown: number;
  readonly move: (threshold: number) => void;
  /** puts the draft into use */
  readonly commit: () => void;
  readonly discard: () => void;
}

/** A threshold that follows hand and keys at once, and is put into use when they let go: what is saved with the check follows then. */
export function useDraftThreshold(threshold: number, onThreshold: (threshold: number) => void): DraftThreshold {
  const [draft, setDraft] = useState<number | null>(null);
  // The last movement may not be rendered yet when the hand lets go.
  const latest = useRef<number | null>(null);

  function move(to: number | null): void {
    latest.current = to;
    setDraft(to);
  }

  function commit(): void {
    const moved = latest.current;
    move(null);
    if (moved !== null && moved !== threshold) onThreshold(moved);
  }

  return { shown: draft ?? threshold, move, commit, discard: () => move(null) };
}
