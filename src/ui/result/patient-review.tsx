import { memo, useCallback, useMemo, useReducer, useState } from "react";
import type { HeartRateCheckRecord } from "../../db/records.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { findEvents, type AnomalyEvent } from "../../ecg/heart-rate/events.ts";
import { EventsCard } from "./events/events-card.tsx";
import { eventAt } from "./events/event-steps.ts";
import type { Counts } from "./metrics/check-counts.ts";
import { PlotCard } from "./plot/plot-card.tsx";
import { timeScaleOf } from "./plot/time-axis.ts";
import { startZoom, wholeRange, zoomReducer } from "./plot/zoom.ts";
import styles from "./result-view.module.css";

interface PatientReviewProps {
  readonly record: HeartRateCheckRecord;
  readonly series: PatientSeries;
  readonly score: Float32Array<ArrayBuffer>;
  readonly counts: Counts;
  readonly threshold: number;
  readonly scoreDigits: number;
}

/** One patient's signal and events, which follow each other. Render with the patient as key: zoom and selection are this patient's. */
export const PatientReview = memo(function PatientReview({ record, series, score, counts, threshold, scoreDigits }: PatientReviewProps) {
  const { timeS } = series;
  const scale = timeScaleOf(record.timeKind, timeS);
  const [zoom, dispatch] = useReducer(zoomReducer, wholeRange(timeS), startZoom);
  const [selectedRow, setSelectedRow] = useState<number | null>(null);
  const events = useMemo(() => findEvents(series, score, threshold), [series, score, threshold]);
  const rows = useMemo(
    () => ({ series, score, threshold, unit: record.unit, scale, scoreDigits }),
    [series, score, threshold, record.unit, scale, scoreDigits],
  );

  const select = useCallback((event: AnomalyEvent) => {
    setSelectedRow(event.peakRow);
    dispatch({ kind: "centre", range: { fromS: event.startS, toS: event.startS + event.durationS } });
  }, []);

  return (
    <div className={styles.column}>
      <PlotCard
        checkId={record.id} checkName={record.name} rows={rows} counts={counts} zoom={zoom} onZoom={dispatch}
        selectedEvent={eventAt(events, selectedRow)}
        onPickRow={(row) => setSelectedRow(eventAt(events, row)?.peakRow ?? selectedRow)}
      />
      <EventsCard
        checkId={record.id} patientId={series.patientId} events={events} selectedRow={selectedRow} onSelect={select}
        unit={record.unit} scale={scale} scoreDigits={scoreDigits}
      />
    </div>
  );
});
