import { useMemo } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { useWidth } from "../result/use-width.ts";
import type { Quantity } from "./parallel-axes.ts";
import { plotAxis } from "./plot-axis.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { runTitle, valueText } from "./run-words.ts";
import { colourOf, shapeOf } from "./series.ts";
import styles from "./series.module.css";

interface ScatterPlotProps {
  readonly runs: readonly TrainingRun[];
  readonly across: Quantity;
  readonly up: Quantity;
}

const HEIGHT = 240;

export function ScatterPlot({ runs, across, up }: ScatterPlotProps) {
  const [ref, outer] = useWidth();
  const x = useMemo(() => plotAxis(across.label, across.values), [across]);
  const y = useMemo(() => plotAxis(up.label, up.values), [up]);
  const texts = runs.map((run, i) => `${runTitle(run, runs)}: ${text(across.values[i])}, ${text(up.values[i])}`);
  return (
    <div ref={ref}>
      <PlotFrame x={x} y={y} outerWidth={outer} height={HEIGHT} label={`${up.label} against ${across.label}. ${texts.join("; ")}`}>
        {(width) => runs.map((run, series) => {
          const right = x.place(across.values[series]);
          const top = y.place(up.values[series]);
          return right !== null && top !== null && (
            <path key={run.id} d={shapeOf(series)} transform={`translate(${right * width},${(1 - top) * HEIGHT}) scale(1.3)`} className={`${styles.mark} ${styles[colourOf(series)]}`}>
              <title>{texts[series]}</title>
            </path>
          );
        })}
      </PlotFrame>
    </div>
  );
}

const text = (value: number | string | undefined): string => (typeof value === "string" ? value : valueText(value));
