import { exportFileName } from "../../../ecg/export/predictions-csv.ts";
import { toProblem } from "../../../ecg/problem.ts";
import type { RateUnit } from "../../../ecg/heart-rate/table.ts";
import { Button } from "../../shared/button.tsx";
import { saveFile } from "../../shared/save-file.ts";
import { PICTURE_SIZE, plotSvg, type PlotPicture } from "./plot-svg.ts";
import { drawnSentence, rateAxisName } from "./plot-summary.ts";
import { plotColours, pngBlob, svgBlob } from "./plot-files.ts";
import { formatMoment, timeTicks, type TimeScale } from "./time-axis.ts";

interface SavePlotProps {
  readonly checkName: string;
  readonly patientId: string;
  readonly picture: Pick<PlotPicture, "points" | "view" | "rates" | "breakAfterS" | "labelled"> & { readonly scale: TimeScale; readonly unit: RateUnit };
  /** the sentence of a failure, or null when a new attempt begins */
  readonly onProblem: (sentence: string | null) => void;
}

const DISCLAIMER = "Research use only — not a medical device; not for diagnosis. Made with Isoline.";
const TICKS_WANTED = Math.floor(PICTURE_SIZE.width / 130);

/** Saves the plot as it is shown, as a picture of fixed size. */
export function SavePlot({ checkName, patientId, picture: { scale, unit, ...shown }, onProblem }: SavePlotProps) {
  function draw(): string {
    const { view, points } = shown;
    return plotSvg({
      ...shown,
      title: `Patient ${patientId}`,
      notes: [
        `${checkName} · ${rateAxisName(unit)} · ${formatMoment(view.fromS, scale)} to ${formatMoment(view.toS, scale)}`,
        drawnSentence(points),
      ],
      disclaimer: DISCLAIMER,
      timeTicks: timeTicks(view, scale, TICKS_WANTED),
      colours: plotColours(),
    });
  }

  function save(ending: "png" | "svg"): void {
    onProblem(null);
    const svg = draw();
    const blob = ending === "png" ? pngBlob(svg) : Promise.resolve(svgBlob(svg));
    blob.then(
      (file) => saveFile(file, exportFileName(checkName, `patient-${patientId.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 40)}`, ending)),
      (cause: unknown) => onProblem(toProblem(cause).sentence),
    );
  }

  return (
    <>
      <Button onClick={() => save("png")}>Save PNG</Button>
      <Button onClick={() => save("svg")}>Save SVG</Button>
    </>
  );
}
