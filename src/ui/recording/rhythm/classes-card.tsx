import { useMemo } from "react";
import { ClassCounts } from "../../beats/overview/class-counts.tsx";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import type { RecordingView } from "../recording-view.ts";
import { classTally } from "./class-tally.ts";
import styles from "./quiet.module.css";

/** How many beats are of each class, as labelled now and, where the file is annotated, in truth. */
export function ClassesCard({ view: { labels } }: { readonly view: Pick<RecordingView, "labels"> }) {
  const summaries = useMemo(() => classTally(labels), [labels]);
  const beats = labels.current.length;
  return (
    <Card heading="Beats of each class" note={`${formatCounted(beats, "beat")}; bar length: square root of the count`}>
      <ClassCounts summaries={summaries} beats={beats} />
      {labels.truth === null && <p className={styles.quiet}>The file names no classes of beats to compare with.</p>}
      {labels.relabels.size > 0 && <p className={styles.quiet}>{formatCounted(labels.relabels.size, "beat")} of the predicted ones as relabelled by hand.</p>}
    </Card>
  );
}
