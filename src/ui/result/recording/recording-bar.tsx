import { useMemo, useRef } from "react";
import { beatOfRow } from "../../../ecg/recording/heart-rate-series.ts";
import type { PatientSeries } from "../../../ecg/heart-rate/table.ts";
import { formatClock, formatFixed } from "../../shared/format.ts";
import { KeyCaps } from "../../shared/key-caps.tsx";
import { useKeys } from "../../shared/use-keys.ts";
import type { RecordingLink } from "./recording-link.ts";
import styles from "./recording-bar.module.css";

interface RecordingBarProps {
  readonly recording: RecordingLink;
  readonly series: PatientSeries;
  /** row picked in the plot or the list of events */
  readonly pickedRow: number | null;
}

/** The way from a point of the heart rate to the ECG it came from. */
export function RecordingBar({ recording, series, pickedRow }: RecordingBarProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const canShow = recording.kind === "there" && pickedRow !== null;
  useKeys("Signal plot", useMemo(() => (canShow ? [{ keys: "s", label: "Show the point picked on the recording’s strip", run: () => link.current?.click() }] : []), [canShow]));
  if (recording.kind === "deleted") {
    return <p className={styles.bar}>The check of the recording that this heart rate came from was deleted: there is no strip to show. Open the recording under Check again for one.</p>;
  }
  const { name, leadName, hrefAt } = recording;
  const timeS = pickedRow === null ? null : series.timeS[pickedRow];
  return (
    <div className={styles.bar}>
      <p role="status">
        {pickedRow === null || timeS === null
          ? `Heart rate of the recording ${name}, lead ${leadName}. Pick a point of the plot or an event to see its ECG.`
          : `Picked: ${formatClock(timeS)}, ${formatFixed(series.rateBpm[pickedRow], 1)} bpm, in lead ${leadName} of ${name}.`}
      </p>
      {pickedRow !== null && timeS !== null && (
        <a ref={link} href={hrefAt({ timeS, beat: beatOfRow(series, pickedRow) })} className={styles.show} aria-keyshortcuts="s">
          Show on strip <KeyCaps keys="s" />
        </a>
      )}
    </div>
  );
}
