import { spellDuration } from "../../../ecg/rhythm/rhythm-event.ts";
import { formatCounted } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { EventRules } from "./event-rules.tsx";

/** Why there is no rhythm event: no beats, or none by the rules, which it says. */
export function NoEvents({ view: { beats, lead, recording } }: { readonly view: RecordingView }) {
  const found = beats.peakSample.length;
  if (found === 0) {
    return <p>No R peaks were found in {lead.name}, so there is no rhythm to look for events in. If another lead has a clearer signal, check the recording again with that one.</p>;
  }
  const duration = spellDuration(recording.sampleCount / recording.samplingRateHz);
  return (
    <div>
      <p>No rhythm events were found in {formatCounted(found, "beat")} of {lead.name}, {duration}, by these rules:</p>
      <EventRules />
    </div>
  );
}
