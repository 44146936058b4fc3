import { useMemo, useState } from "react";
import type { AnomalyEvent } from "../../../ecg/heart-rate/events.ts";
import type { RateUnit } from "../../../ecg/heart-rate/table.ts";
import type { Verdict } from "../../../db/records.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount } from "../../shared/format.ts";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { useKeys } from "../../shared/use-keys.ts";
import type { TimeScale } from "../plot/time-axis.ts";
import { EventTable } from "./event-table.tsx";
import { eventAt, pageOf, stepEvent } from "./event-steps.ts";
import { useVerdicts } from "./use-verdicts.ts";
import { VerdictBar } from "./verdict-bar.tsx";
import styles from "./events-card.module.css";

interface EventsCardProps {
  readonly checkId: string;
  readonly patientId: string;
  /** at the threshold in use, in time order */
  readonly events: readonly AnomalyEvent[];
  /** a row of the event selected, which stays while the threshold moves */
  readonly selectedRow: number | null;
  readonly onSelect: (event: AnomalyEvent) => void;
  readonly unit: RateUnit;
  readonly scale: TimeScale;
  readonly scoreDigits: number;
}

const PAGE_SIZE = 100;

/** The runs of predicted anomalies, to be stepped through and judged. */
export function EventsCard({ checkId, patientId, events, selectedRow, onSelect, unit, scale, scoreDigits }: EventsCardProps) {
  const verdicts = useVerdicts(checkId, patientId);
  const { byPeak, decide, undo, redo } = verdicts;
  const [unreviewedOnly, setUnreviewedOnly] = useState(false);
  const selected = useMemo(() => eventAt(events, selectedRow), [events, selectedRow]);
  // The event being looked at stays listed until another one is: it would vanish under the hand that judges it.
  const listed = useMemo(
    () => (unreviewedOnly ? events.filter((event) => event === selected || !byPeak.has(event.peakRow)) : events),
    [events, unreviewedOnly, byPeak, selected],
  );
  const [turned, setTurned] = useState<{ readonly page: number; readonly whileSelected: AnomalyEvent | null } | null>(null);
  const lastPage = Math.max(0, Math.ceil(listed.length / PAGE_SIZE) - 1);
  // Leafing holds until another event is selected, which brings its own page.
  const page = Math.min(turned?.whileSelected === selected ? turned.page : pageOf(listed, selected, PAGE_SIZE), lastPage);
  const reviewed = events.reduce((count, { peakRow }) => count + (byPeak.has(peakRow) ? 1 : 0), 0);

  const actions = useMemo(() => {
    const show = (peakRow: number) => {
      const event = eventAt(events, peakRow);
      if (event !== null) onSelect(event);
    };
    return {
      step: (by: 1 | -1) => {
        const next = stepEvent(listed, selectedRow, by);
        if (next !== null) onSelect(next);
      },
      decide: (verdict: Verdict) => selected !== null && decide(selected.peakRow, verdict),
      undo: undo && (() => show(undo())),
      redo: redo && (() => show(redo())),
    };
  }, [events, listed, selected, selectedRow, onSelect, decide, undo, redo]);

  useKeys("Events", useMemo(() => [
    { keys: "n", label: "Next event", run: () => actions.step(1) },
    { keys: "p", label: "Previous event", run: () => actions.step(-1) },
    ...(selected === null ? [] : [
      { keys: "a", label: "Accept the event", run: () => actions.decide("accepted") },
      { keys: "r", label: "Reject the event", run: () => actions.decide("rejected") },
      { keys: "u", label: "Mark the event uncertain", run: () => actions.decide("uncertain") },
    ]),
    ...(actions.undo === null ? [] : [{ keys: "Mod+z", label: "Undo the last verdict", run: actions.undo }]),
    // After undo: of two shortcuts that a stroke fits, the later one acts, and Ctrl+Shift+Z fits both.
    ...(actions.redo === null ? [] : [{ keys: "Mod+Shift+z", label: "Redo the verdict", run: actions.redo }]),
  ], [actions, selected]));

  return (
    <Card heading="Events" note={<span role="status">{formatCount(reviewed)} of {formatCount(events.length)} reviewed</span>}>
      {verdicts.problem !== null && <ProblemAlert problem={verdicts.problem} />}
      {events.length === 0 ? (
        <p className={styles.none}>Nothing is predicted for this patient at this threshold. A lower threshold predicts more.</p>
      ) : (
        <>
          <div className={styles.tools}>
            <VerdictBar
              verdict={selected === null ? null : (byPeak.get(selected.peakRow) ?? null)}
              canDecide={selected !== null}
              onStep={actions.step} onDecide={actions.decide} onUndo={actions.undo} onRedo={actions.redo}
            />
            <label className={styles.filter}>
              <input type="checkbox" checked={unreviewedOnly} onChange={(event) => setUnreviewedOnly(event.target.checked)} /> Unreviewed only
            </label>
          </div>
          {listed.length === 0 ? (
            <p className={styles.none}>All events of this patient are reviewed.</p>
          ) : (
            <EventTable
              events={listed.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)} verdicts={byPeak} selected={selected}
              unit={unit} scale={scale} scoreDigits={scoreDigits} onSelect={onSelect}
            />
          )}
          {lastPage > 0 && (
            <div className={styles.pages}>
              <Button disabled={page === 0} onClick={() => setTurned({ page: page - 1, whileSelected: selected })}>Earlier events</Button>
              <span>{formatCount(page * PAGE_SIZE + 1)}–{formatCount(Math.min((page + 1) * PAGE_SIZE, listed.length))} of {formatCount(listed.length)}</span>
              <Button disabled={page === lastPage} onClick={() => setTurned({ page: page + 1, whileSelected: selected })}>Later events</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
