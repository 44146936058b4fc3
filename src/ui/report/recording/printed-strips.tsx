import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { momentWords } from "../../recording/clock-time.ts";
import { EVENT_WORDS } from "../../recording/events/event-kinds.ts";
import type { RecordingView } from "../../recording/recording-view.ts";
import { formatCounted } from "../../shared/format.ts";
import report from "../report.module.css";
import { PrintedStrip } from "./printed-strip.tsx";
import { stripStartS } from "./printed-events.ts";

interface PrintedStripsProps {
  readonly view: RecordingView;
  readonly events: readonly RhythmEvent[];
}

/** A strip of each event, or where there is none, of the recording's start. */
export function PrintedStrips({ view, events }: PrintedStripsProps) {
  const { recording, lead } = view;
  const others = view.events.length - events.length;
  return (
    <section aria-label="Strips">
      <h3>Strips <small>lead {lead.name}, 25 mm/s, 10 mm/mV; the pulse is 1 mV{others > 0 && `; ${formatCounted(others, "more event")} in the result`}</small></h3>
      {events.length === 0 && <PrintedStrip view={view} fromS={0} event={null} caption={<><b>Start of the recording</b> No rhythm event was found.</>} />}
      {events.map((event) => (
        <PrintedStrip
          key={`${event.kind} ${event.firstBeat}`} view={view} event={event} fromS={stripStartS(event, recording)}
          caption={<><b>{EVENT_WORDS[event.kind].name}</b> at {momentWords(event.startSample / recording.samplingRateHz, recording.startTime)}. {event.sentence}</>}
        />
      ))}
      <p className={report.note}>Above each beat its class, a double line below it where it was relabelled, a cross and the file’s class where that is another; the bar marks the event.</p>
    </section>
  );
}
