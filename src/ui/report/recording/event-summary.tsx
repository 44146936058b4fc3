import { momentWords } from "../../recording/clock-time.ts";
import { EVENT_WORDS } from "../../recording/events/event-kinds.ts";
import { EventMark } from "../../recording/events/event-mark.tsx";
import { countKinds, orderedEvents } from "../../recording/events/event-order.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { formatCount, formatCounted } from "../../shared/format.ts";
import report from "../report.module.css";

/** How many events there are of each kind, the most urgent kind first, each with its most extreme one. */
export function EventSummary({ view: { events, recording: { samplingRateHz, startTime } } }: { readonly view: RecordingView }) {
  return (
    <section aria-label="Rhythm events">
      <h3>Rhythm events <small>{events.length === 0 ? "" : formatCounted(events.length, "event")}</small></h3>
      {events.length === 0 ? <p className={report.note}>None was found.</p> : (
        <table className={report.events}>
          <thead>
            <tr><th scope="col">Kind</th><th scope="col">Events</th><th scope="col">Most extreme</th><th scope="col">At</th></tr>
          </thead>
          <tbody>
            {countKinds(events).map(([kind, count]) => {
              const [extreme] = orderedEvents(events, kind, "severity");
              return (
                <tr key={kind}>
                  <td><EventMark urgency={EVENT_WORDS[kind].urgency} /> {EVENT_WORDS[kind].name}</td>
                  <td>{formatCount(count)}</td>
                  <td>{extreme.sentence}</td>
                  <td>{momentWords(extreme.startSample / samplingRateHz, startTime)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
