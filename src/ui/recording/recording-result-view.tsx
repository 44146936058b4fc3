import { Activity, useId, useState, type ReactNode } from "react";
import { NORMAL } from "../../ecg/beats/classes.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { heartRateTable } from "../../ecg/recording/heart-rate-series.ts";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import type { LoadedRecordingCheck } from "../../db/records.ts";
import { ALL_MODELS } from "../../models/catalog.ts";
import { useRelabels } from "../beats/use-relabels.ts";
import { DriftNotice } from "../monitoring/drift-notice.tsx";
import { MethodCard } from "../result/method/method-card.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { Tabs } from "../shared/tabs.tsx";
import { useKeys } from "../shared/use-keys.ts";
import { DiagnosisPanel } from "./diagnosis/diagnosis-panel.tsx";
import { EventsPanel } from "./events/events-panel.tsx";
import { HeartRateLinks } from "./heart-rate-links.tsx";
import { placeOfFocus, type RecordingPlace } from "./recording-place.ts";
import { RhythmPanel } from "./rhythm/rhythm-panel.tsx";
import { TemplatesPanel } from "./templates/templates-panel.tsx";
import { useHeartRateChecks } from "./use-heart-rate-checks.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { usePyramids } from "./use-pyramids.ts";
import { useRecordingFocus } from "./use-recording-focus.ts";
import { useRecordingView } from "./use-recording-view.ts";
import { StripViewer } from "./viewer/strip-viewer.tsx";
import styles from "./recording-result-view.module.css";

interface RecordingResultViewProps {
  readonly check: LoadedRecordingCheck;
  readonly place: RecordingPlace;
  /** says where one has gone to: a step to go back over, or none */
  readonly onPlace: (place: RecordingPlace, how: "push" | "replace") => void;
  readonly resultHref: (checkId: string, at: Pick<RecordingPlace, "atS">) => string;
  /** takes the recording's heart rate to a check of its own */
  readonly onCheckHeartRate: (table: HeartRateTable) => void;
}

const TABS = [
  { id: "strip", label: "Strip", key: "v" },
  { id: "rhythm", label: "Rhythm", key: "r" },
  { id: "beats", label: "Beats", key: "b" },
  { id: "diagnosis", label: "Twelve leads", key: "l" },
  { id: "method", label: "Method", key: "i" },
] as const;

type TabId = (typeof TABS)[number]["id"];

const RULE = "None: a beat has its likeliest class, and every class but the normal one counts as anomalous.";

/** A check of a recording: the ECG itself with its events, its rhythm, its beats by shape, and how it was made. Render with the check's id as key. */
export function RecordingResultView({ check, place, onPlace, resultHref, onCheckHeartRate }: RecordingResultViewProps) {
  const { record, recording } = check;
  const panelId = useId();
  const relabels = useRelabels(record.id);
  const view = useRecordingView(check, relabels.byBeat);
  const focus = useRecordingFocus(view, place);
  useKeptPlace(focus, place, (kept) => onPlace(kept, "replace"));
  const { pyramids, problem } = usePyramids(recording.leads);
  const isTwelveLead = TWELVE_LEADS.every((name) => record.leadNames.includes(name));
  const tabs = TABS.filter(({ id }) => id !== "diagnosis" || isTwelveLead);
  const tab: TabId = tabs.find(({ id }) => id === place.tab)?.id ?? "strip";
  const timeOf = (beat: number) => view.beats.peakSample[beat] / recording.samplingRateHz;
  const setTab = (id: TabId) => onPlace({ ...placeOfFocus(focus), tab: id === "strip" ? null : id }, "replace");
  const showOnStrip = (beat: number) => {
    // The address may not have been told yet of what Back is to lead to.
    onPlace({ ...placeOfFocus(focus), beat, tab: place.tab }, "replace");
    onPlace({ tab: null, beat, atS: timeOf(beat) }, "push");
  };
  const lookedAtS = focus.beat === null ? placeOfFocus(focus).atS : timeOf(focus.beat);
  const heartRateChecks = useHeartRateChecks(record.id);
  // A tab once shown stays as it was left: what is picked, filtered and zoomed there.
  const [visited, setVisited] = useState<ReadonlySet<TabId>>(new Set());
  if (!visited.has(tab)) setVisited(new Set([...visited, tab]));
  const panel = (id: TabId, content: ReactNode) => visited.has(id) && <Activity mode={id === tab ? "visible" : "hidden"}>{content}</Activity>;
  useKeys("This check", tabs.map(({ id, label, key }) => ({ keys: key, label: `Show ${label}`, run: () => setTab(id) })));

  const checkHeartRate = view.rr.endBeat.length === 0 ? null : () => onCheckHeartRate(heartRateTable(recording, view.rr, view.labels.truth));
  const model = ALL_MODELS.find(({ id }) => id === record.detectorId) ?? { name: record.detectorId, sentence: "This model is not part of this version of Isoline.", parameters: [] };
  const anomalous = view.labels.current.reduce((count, index) => count + (index === NORMAL ? 0 : 1), 0);
  return (
    <div className={styles.result}>
      {problem !== null && <ProblemAlert problem={problem} />}
      {relabels.problem !== null && <ProblemAlert problem={relabels.problem} />}
      {record.rows === 0 ? (
        <EmptyState title={`No R peaks were found in lead ${view.lead.name}`}>
          The signal is drawn below. Run the check again on another lead, or on a recording with a clearer signal.
        </EmptyState>
      ) : (
        <p className={styles.summary}>
          {formatCounted(record.rows, "beat")} in lead {view.lead.name}, {formatCounted(anomalous, "of them anomalous", "of them anomalous")}; {formatCounted(view.events.length, "rhythm event")}.
        </p>
      )}
      <DriftNotice drift={record.drift} />
      <HeartRateLinks checks={heartRateChecks} hrefOf={(id) => resultHref(id, { atS: lookedAtS })} />
      <Tabs label="Parts of the result" tabs={tabs} shown={tab} onShow={setTab} panelId={panelId} />
      <div id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} className={styles.panel}>
        {panel("strip", (
          <div className={styles.strip}>
            <StripViewer view={view} focus={focus} relabels={relabels} pyramids={pyramids} />
            <EventsPanel view={view} focus={focus} />
          </div>
        ))}
        {panel("rhythm", <RhythmPanel view={view} focus={focus} onCheckHeartRate={checkHeartRate} />)}
        {panel("beats", <TemplatesPanel view={view} focus={focus} relabels={relabels} pyramid={pyramids[record.leadIndex]} onShowStrip={showOnStrip} />)}
        {panel("diagnosis", <DiagnosisPanel checkId={record.id} recording={recording} diagnosis={record.diagnosis} />)}
        {panel("method", <MethodCard record={record} detector={model} rule={RULE} />)}
      </div>
    </div>
  );
}
