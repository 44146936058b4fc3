import { Card } from "../../shared/card.tsx";
import type { BeatView } from "../beat-view.ts";
import type { BeatFigures } from "./beat-figures.ts";
import { checkMetrics } from "./check-metrics.ts";
import { ClassFigures } from "./class-figures.tsx";
import { DetectionFigures } from "./detection-figures.tsx";
import { FiguresNote } from "./figures-note.tsx";

interface FiguresCardProps {
  readonly view: Pick<BeatView, "check" | "modelClasses">;
  readonly figures: Exclude<BeatFigures, { kind: "none" }>;
  /** what else bears on how far the figures hold */
  readonly note?: string | undefined;
}

/** How good a classifier's answers are against the file's labels, and how sure that is. */
export function FiguresCard({ view: { check: { record }, modelClasses }, figures, note }: FiguresCardProps) {
  return (
    <Card heading="Against the labels">
      {figures.kind === "classes"
        ? <ClassFigures metrics={checkMetrics(record.files, modelClasses, figures)} />
        : <DetectionFigures counts={figures.counts} rocAuc={figures.rocAuc?.area ?? null} intervals={figures.intervals} />}
      <FiguresNote beats={figures.beats} note={note} />
    </Card>
  );
}
