import type { RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import { formatCount } from "../../shared/format.ts";
import { EVENT_WORDS } from "./event-kinds.ts";
import { EventMark } from "./event-mark.tsx";
import styles from "./kind-filter.module.css";

interface KindFilterProps {
  /** of the kinds that have any */
  readonly counts: readonly (readonly [kind: RhythmEventKind, count: number])[];
  /** null: all kinds */
  readonly kind: RhythmEventKind | null;
  readonly onKind: (kind: RhythmEventKind | null) => void;
}

/** How many events there are of each kind; a kind picked is the only one listed. */
export function KindFilter({ counts, kind, onKind }: KindFilterProps) {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div role="group" aria-label="Kinds of events listed" className={styles.kinds}>
      <button type="button" aria-pressed={kind === null} onClick={() => onKind(null)}>All <span>{formatCount(all)}</span></button>
      {counts.map(([own, count]) => (
        <button key={own} type="button" aria-pressed={kind === own} onClick={() => onKind(kind === own ? null : own)}>
          <EventMark urgency={EVENT_WORDS[own].urgency} /> {EVENT_WORDS[own].name} <span>{formatCount(count)}</span>
        </button>
      ))}
    </div>
  );
}
