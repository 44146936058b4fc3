import { memo, useCallback, useMemo, useReducer, useState } from "react";
import type { HeartRateCheckRecord } from "../../db/records.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { findEvents, type AnomalyEvent } from "../../ecg/heart-rate/events.ts";
import { EventsCard } from "./events/events-card.tsx";
import { eventAt } from "./events/event-steps.ts";
import type { Counts } from "./metrics/check-counts.ts";
import { nearestIndex } from "../shared/sorted-search.ts";
import { PlotCard } from "./plot/plot-card.tsx";
import { timeScaleOf } from "./plot/time-axis.ts";
import { startZoom, wholeRange, zoomReducer } from "./plot/zoom.ts";
import { RecordingBar } from "./recording/recording-bar.tsx";
import type { RecordingLink } from "./recording/recording-link.ts";
import styles from "./result-view.module.css";

interface PatientReviewProps {
  readonly record: HeartRateCheckRecord;
  readonly series: PatientSeries;
  readonly score: Float32Array<ArrayBuffer>;
  readonly counts: Counts;
  readonly threshold: number;
  readonly scoreDigits: number;
  /** null for heart rates that come from no recording */
  readonly recording: RecordingLink | null;
  /** the moment picked at first; null: none */
  readonly atS: number | null;
  readonly onPickTime: (timeS: number) => void;
}

/** One patient's signal and events, which follow each other. Render with the patient as key: zoom and selection are this patient's. */
export const PatientReview = memo(function PatientReview({ record, series, score, counts, threshold, scoreDigits, recording, atS, onPickTime }: PatientReviewProps) {
  const { timeS } = series;
  const scale = timeScaleOf(record.timeKind, timeS);
  const [firstRow] = useState(() => (atS === null ? null : nearestIndex(timeS, atS)));
  const [zoom, dispatch] = useReducer(zoomReducer, wholeRange(timeS), (full) => {
    const whole = startZoom(full);
    return firstRow === null ? whole : zoomReducer(whole, { kind: "centre", range: { fromS: timeS[firstRow], toS: timeS[firstRow] } });
  });
  const [selectedRow, setSelectedRow] = useState(firstRow);
  const [pickedRow, setPickedRow] = useState(firstRow);
  const events = useMemo(() => findEvents(series, score, threshold), [series, score, threshold]);
  const rows = useMemo(
    () => ({ series, score, threshold, unit: record.unit, scale, scoreDigits }),
    [series, score, threshold, record.unit, scale, scoreDigits],
  );

  const pick = useCallback((row: number) => {
    setPickedRow(row);
    if (record.recordingCheckId !== undefined) onPickTime(timeS[row]);
  }, [record.recordingCheckId, timeS, onPickTime]);
  const select = useCallback((event: AnomalyEvent) => {
    setSelectedRow(event.peakRow);
    pick(event.peakRow);
    dispatch({ kind: "centre", range: { fromS: event.startS, toS: event.startS + event.durationS } });
  }, [pick]);
  const pickInPlot = useCallback((row: number) => {
    setSelectedRow((selected) => eventAt(events, row)?.peakRow ?? selected);
    pick(row);
  }, [events, pick]);

  return (
    <div className={styles.column}>
      <PlotCard
        checkId={record.id} checkName={record.name} rows={rows} counts={counts} zoom={zoom} onZoom={dispatch}
        selectedEvent={eventAt(events, selectedRow)}
        pickedRow={recording === null ? null : pickedRow} onPickRow={pickInPlot}
      />
      {recording !== null && <RecordingBar recording={recording} series={series} pickedRow={pickedRow} />}
      <EventsCard
        checkId={record.id} patientId={series.patientId} events={events} selectedRow={selectedRow} onSelect={select}
        unit={record.unit} scale={scale} scoreDigits={scoreDigits}
      />
    </div>
  );
});
