import { useMemo, useReducer, useState } from "react";
import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { PlotLegend } from "../result/plot/plot-legend.tsx";
import { PlotToolbar } from "../result/plot/plot-toolbar.tsx";
import { rateAxisName } from "../result/plot/plot-summary.ts";
import { timeScaleOf } from "../result/plot/time-axis.ts";
import { startZoom, wholeRange, zoomReducer } from "../result/plot/zoom.ts";
import { useWidth } from "../result/use-width.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { useKeys } from "../shared/use-keys.ts";
import { ComparePlot } from "./compare-plot.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { findDifferences } from "./differences.ts";

interface PatientComparisonProps {
  readonly checks: readonly LoadedHeartRateCheck[];
  /** one a check */
  readonly titles: readonly string[];
  readonly patient: number;
}

/** One patient as each check sees it, over one time axis. Render with the patient as key: zoom and selection are this patient's. */
export function PatientComparison({ checks, titles, patient }: PatientComparisonProps) {
  const [{ record, patients }] = checks;
  const { patientId, timeS, label } = patients[patient];
  const scale = timeScaleOf(record.timeKind, timeS);
  const labelled = useMemo(() => label.some((value) => value !== UNLABELLED), [label]);
  const differences = useMemo(() => findDifferences(checks, patient), [checks, patient]);
  const [zoom, dispatch] = useReducer(zoomReducer, wholeRange(timeS), startZoom);
  const [selectedRow, setSelectedRow] = useState<number | null>(null);
  const [ref, width] = useWidth();
  const selected = differences.find(({ startRow }) => startRow === selectedRow) ?? null;

  const select = (index: number) => {
    const difference = differences.at(index);
    if (difference === undefined) return;
    setSelectedRow(difference.startRow);
    dispatch({ kind: "centre", range: { fromS: difference.startS, toS: difference.startS + difference.durationS } });
  };
  const at = selected === null ? -1 : differences.indexOf(selected);
  useKeys("Differences", differences.length === 0 ? [] : [
    { keys: "n", label: "Next difference", run: () => select(Math.min(at + 1, differences.length - 1)) },
    { keys: "p", label: "Previous difference", run: () => select(Math.max(at - 1, 0)) },
  ]);
  useKeys("Plots", useMemo(() => [
    { keys: "+", label: "Zoom in", run: () => dispatch({ kind: "scale", factor: 0.5 }) },
    { keys: "-", label: "Zoom out", run: () => dispatch({ kind: "scale", factor: 2 }) },
    { keys: "ArrowLeft", label: "Earlier", run: () => dispatch({ kind: "pan", share: -0.25 }) },
    { keys: "ArrowRight", label: "Later", run: () => dispatch({ kind: "pan", share: 0.25 }) },
    { keys: "0", label: "Whole recording", run: () => dispatch({ kind: "reset" }) },
    { keys: "Backspace", label: "Back to the view before", run: () => dispatch({ kind: "back" }) },
  ], []));

  return (
    <>
      <Card heading={`Patient ${patientId}`} note={`${rateAxisName(record.unit)} · one time axis · bands: the checks differ`}>
        <PlotLegend labelled={labelled} />
        <div ref={ref}>
          {checks.map((check, i) => (
            <ComparePlot
              key={check.record.id} check={check} title={titles[i]} patient={patient}
              view={zoom.view} scale={scale} width={width} differences={differences}
            />
          ))}
        </div>
        <PlotToolbar zoom={zoom} onZoom={dispatch}>{null}</PlotToolbar>
      </Card>
      <Card heading="Where they differ" note={formatCounted(differences.length, "stretch", "stretches")}>
        <DifferenceTable
          differences={differences} titles={titles} scale={scale} labelled={labelled}
          selected={selected} onSelect={(difference) => select(differences.indexOf(difference))}
        />
      </Card>
    </>
  );
}
