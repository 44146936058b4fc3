import { useMemo, useState } from "react";
import type { RhythmEvent, RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import { Button } from "../../shared/button.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCount } from "../../shared/format.ts";
import { InlineChoice } from "../../shared/inline-choice.tsx";
import { KeyCaps } from "../../shared/key-caps.tsx";
import { useKeys } from "../../shared/use-keys.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { countKinds, EVENT_ORDERS, isSameEvent, momentToShow, orderedEvents, stepEvent, type EventOrder } from "./event-order.ts";
import { EventList } from "./event-list.tsx";
import { EventRules } from "./event-rules.tsx";
import { KindFilter } from "./kind-filter.tsx";
import { flutterStretches, noiseStretches } from "./marked-stretches.ts";
import { NoEvents } from "./no-events.tsx";
import { StretchLine } from "./stretch-line.tsx";
import styles from "./events-panel.module.css";

interface EventsPanelProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
}

const ORDERS = EVENT_ORDERS.map((value) => ({ value, label: value }));

/** The rhythm events of a recording, to be stepped through in the strip, and the stretches that could not be judged. */
export function EventsPanel({ view, focus }: EventsPanelProps) {
  const { events, recording, lead } = view;
  const { samplingRateHz } = recording;
  const [order, setOrder] = useState<EventOrder>("severity");
  const [kind, setKind] = useState<RhythmEventKind | null>(null);
  const [lastPicked, setLastPicked] = useState<RhythmEvent | null>(null);
  const counts = useMemo(() => countKinds(events), [events]);
  // A kind whose last event was relabelled away would leave an empty list.
  const listedKind = counts.some(([own]) => own === kind) ? kind : null;
  const listed = useMemo(() => orderedEvents(events, listedKind, order), [events, listedKind, order]);
  const picked = useMemo(() => (lastPicked === null ? null : (listed.find((event) => isSameEvent(event, lastPicked)) ?? null)), [listed, lastPicked]);
  const noise = useMemo(() => noiseStretches({ lead, recording }), [lead, recording]);
  const flutter = useMemo(() => flutterStretches(recording), [recording]);
  const stripS = focus.span.toS - focus.span.fromS;
  const { pickBeat, showTime } = focus;

  const actions = useMemo(() => {
    const pick = (event: RhythmEvent) => {
      setLastPicked(event);
      pickBeat(event.firstBeat);
      showTime(momentToShow({ fromS: event.startSample / samplingRateHz, toS: event.endSample / samplingRateHz }, stripS));
    };
    const step = (by: 1 | -1) => {
      const next = stepEvent(listed, lastPicked, { by, order });
      if (next !== null) pick(next);
    };
    return { pick, step };
  }, [listed, lastPicked, order, pickBeat, showTime, samplingRateHz, stripS]);

  useKeys("Rhythm events", useMemo(() => events.length === 0 ? [] : [
    { keys: "n", label: "Next event", run: () => actions.step(1) },
    { keys: "p", label: "Previous event", run: () => actions.step(-1) },
  ], [actions, events.length]));

  return (
    <Card heading="Rhythm events" note={events.length === 0 ? "none" : formatCount(events.length)}>
      <div className={styles.panel}>
        {events.length === 0 ? <NoEvents view={view} /> : (
          <>
            <KindFilter counts={counts} kind={listedKind} onKind={setKind} />
            <div className={styles.tools}>
              <div role="toolbar" aria-label="Steps" className={styles.steps}>
                <Button keys="p" onClick={() => actions.step(-1)}>Previous <span className={styles.caps}><KeyCaps keys="p" /></span></Button>
                <Button keys="n" onClick={() => actions.step(1)}>Next <span className={styles.caps}><KeyCaps keys="n" /></span></Button>
              </div>
              <InlineChoice legend="Order" options={ORDERS} value={order} onPick={setOrder} />
            </div>
            <p role="status" className={styles.picked}>{picked === null ? "Pick an event to see it in the strip." : picked.sentence}</p>
            <EventList events={listed} recording={recording} picked={picked} onPick={actions.pick} />
            <details className={styles.rules}>
              <summary>What counts as an event</summary>
              <EventRules />
            </details>
          </>
        )}
        <StretchLine marked={noise} noun="unusable stretch" focus={focus} />
        {flutter !== null && <StretchLine marked={flutter} noun="stretch of flutter" focus={focus} />}
      </div>
    </Card>
  );
}
