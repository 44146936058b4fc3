import { useMemo } from "react";
import { errorBins } from "../../beats/histogram/error-bins.ts";
import { ErrorHistogram } from "../../beats/histogram/error-histogram.tsx";
import type { SortedErrors } from "../../beats/histogram/sorted-errors.ts";
import { DetectionFigures } from "../../beats/overview/detection-figures.tsx";
import { FiguresNote } from "../../beats/overview/figures-note.tsx";
import type { Overview } from "../../beats/overview/overview.ts";
import { Card } from "../../shared/card.tsx";
import { formatFixed } from "../../shared/format.ts";

interface PrintedErrorsProps {
  readonly errors: SortedErrors;
  readonly figures: Overview["figures"];
  readonly threshold: number;
}

/** The histogram of an autoencoder's errors on paper, with what its threshold does. */
export function PrintedErrors({ errors, figures, threshold }: PrintedErrorsProps) {
  const bins = useMemo(() => errorBins(errors, threshold), [errors, threshold]);
  return (
    <Card heading="Reconstruction errors" note={`summed absolute difference over a beat’s samples; predicted anomalous from ${formatFixed(threshold, 2)} on`}>
      <ErrorHistogram errors={errors} bins={bins} scale="square-root" threshold={threshold} />
      {figures.kind === "detection" && (
        <>
          <DetectionFigures counts={figures.counts} rocAuc={figures.rocAuc?.area ?? null} intervals={figures.intervals} />
          <FiguresNote beats={figures.beats} />
        </>
      )}
    </Card>
  );
}
