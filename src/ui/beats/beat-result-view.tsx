import { useCallback, useId, useState } from "react";
import type { BeatCheckRecord, LoadedBeatCheck } from "../../db/records.ts";
import { DriftNotice } from "../monitoring/drift-notice.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { Tabs } from "../shared/tabs.tsx";
import { useKeys } from "../shared/use-keys.ts";
import { MethodCard } from "../result/method/method-card.tsx";
import { thresholdRule } from "../result/method/method-words.ts";
import { useThreshold } from "../result/metrics/use-threshold.ts";
import { countBeats } from "./beat-counts.ts";
import { beatModelOf } from "./beat-model-of.ts";
import { predictedClasses } from "./beat-view.ts";
import { filterOfPair } from "./gallery/beat-filter.ts";
import { BeatGallery } from "./gallery/beat-gallery.tsx";
import { useGalleryList } from "./gallery/use-gallery-list.ts";
import { LossHistogram } from "./histogram/loss-histogram.tsx";
import { BeatOverview } from "./overview/beat-overview.tsx";
import { useBeatView } from "./use-beat-view.ts";
import { useRelabels } from "./use-relabels.ts";
import styles from "./beat-result-view.module.css";

interface BeatResultViewProps {
  readonly check: LoadedBeatCheck;
  /** the beat shown alone; null or unknown: none */
  readonly openBeat: number | null;
  readonly onOpenBeat: (beat: number | null) => void;
}

const TABS = [
  { id: "overview", label: "Overview", key: "v" },
  { id: "beats", label: "Beats", key: "b" },
  { id: "method", label: "Method", key: "i" },
] as const;

type TabId = (typeof TABS)[number]["id"];

/** An autoencoder's score, as its threshold is spoken of. */
const ERROR = { label: "Summed absolute error", digits: 2 };

/** A beat check's result: the whole of it, its beats one by one, and how it was made. Render with the check's id as key. */
export function BeatResultView({ check, openBeat, onOpenBeat }: BeatResultViewProps) {
  const { record, beats, outputs } = check;
  const { modelScheme, shippedThreshold } = record;
  const panelId = useId();
  const [tab, setTab] = useState<TabId>("overview");
  const relabels = useRelabels(record.id);

  const count = useCallback(
    (threshold: number) => ({ threshold, pooled: countBeats(predictedClasses(outputs, modelScheme, threshold), beats.label) }),
    [outputs, modelScheme, beats],
  );
  // A classifier has none: nothing moves it, so nothing is saved.
  const { threshold, setThreshold, counts, problem } = useThreshold({ id: record.id, threshold: record.threshold ?? 0 }, count);
  const settled = record.threshold === null ? null : counts.threshold;
  const { view, overview } = useBeatView(check, settled, relabels.byBeat);
  const list = useGalleryList(view);

  const note = figuresNote(modelScheme !== null, relabels.byBeat.size);
  const unknown = openBeat !== null && openBeat >= beats.count;
  const shownBeat = unknown ? null : openBeat;
  // A beat may be opened by its address while another tab is shown.
  if (shownBeat !== null && tab !== "beats") setTab("beats");
  const show = (id: TabId) => {
    setTab(id);
    if (shownBeat !== null) onOpenBeat(null);
  };
  useKeys("This check", TABS.map(({ id, label, key }) => ({ keys: key, label: `Show ${label}`, run: () => show(id) })));

  return (
    <div className={styles.result}>
      {unknown && <ProblemAlert problem={{ sentence: `There is no beat ${openBeat + 1} in this check: it has ${formatCounted(beats.count, "beat")}. Pick one below.` }} />}
      {problem !== null && <ProblemAlert problem={problem} />}
      <DriftNotice drift={record.drift} />
      <Tabs label="Parts of the result" tabs={TABS} shown={tab} onShow={show} panelId={panelId} />
      <div id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} className={styles.panel}>
        {tab === "overview" && overview.errors !== null && settled !== null && shippedThreshold !== null && (
          <LossHistogram
            errors={overview.errors} figures={overview.figures} figuresThreshold={settled}
            threshold={threshold} shippedThreshold={shippedThreshold} onThreshold={setThreshold}
            rule={quantileRule(record.parameters)} note={note}
          />
        )}
        {tab === "overview" && (
          <BeatOverview
            view={view}
            overview={overview}
            note={note}
            onPickPair={(pair) => {
              list.setFilter(filterOfPair(pair));
              setTab("beats");
            }}
          />
        )}
        {tab === "beats" && <BeatGallery view={view} list={list} openBeat={shownBeat} onOpenBeat={onOpenBeat} relabels={relabels} />}
        {tab === "method" && (
          <MethodCard
            record={record} detector={beatModelOf(record.detectorId)}
            rule={settled === null || shippedThreshold === null
              ? "None: the likeliest class is predicted, and every class but the normal one counts as anomalous."
              : thresholdRule(ERROR, { threshold: settled, shipped: shippedThreshold })}
          />
        )}
      </div>
    </div>
  );
}

function figuresNote(isClassifier: boolean, relabelled: number): string {
  const intraPatient = "On the MIT-BIH heartbeat data figures are intra-patient: beats of the same patients were learnt from.";
  const compared = `Relabelled: ${formatCounted(relabelled, "beat")}; the figures compare with the file’s labels.`;
  return [...(isClassifier ? [intraPatient] : []), ...(relabelled > 0 ? [compared] : [])].join(" ");
}

function quantileRule({ errorQuantile }: BeatCheckRecord["parameters"]): string {
  return `The shipped threshold is the ${errorQuantile} quantile of the errors of normal beats that the model has not learnt from.`;
}
