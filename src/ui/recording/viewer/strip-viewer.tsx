import { useCallback, useState } from "react";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import type { Relabels } from "../../beats/use-relabels.ts";
import { useWidth } from "../../result/use-width.ts";
import { Card } from "../../shared/card.tsx";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { BeatBar } from "./beats/beat-bar.tsx";
import { StripLegend } from "./beats/strip-legend.tsx";
import { nearestIndex } from "../../shared/sorted-search.ts";
import { useBeatSteps } from "./beats/use-beat-steps.ts";
import { CalipersOverlay } from "./calipers/calipers-overlay.tsx";
import { useCalipers } from "./calipers/use-calipers.ts";
import { LeadChoice } from "./controls/lead-choice.tsx";
import { StripToolbar } from "./controls/strip-toolbar.tsx";
import { MinutesLevel } from "./levels/minutes-level.tsx";
import { useLevels } from "./levels/use-levels.ts";
import { WholeLevel } from "./levels/whole-level.tsx";
import { StripSheet } from "./sheet/strip-sheet.tsx";
import { scaleWords, spanWidth, speedOf } from "./strip-scale.ts";
import { useStrip } from "./use-strip.ts";
import { useStripKeys } from "./use-strip-keys.ts";
import { useStripPaint } from "./use-strip-paint.ts";
import styles from "./strip-viewer.module.css";

interface StripViewerProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  readonly relabels: Relabels;
  /** one a lead, null while it is built */
  readonly pyramids: readonly (SignalPyramid | null)[];
}

/** How near a press must be to an R peak to pick its beat. */
const PICK_PX = 24;

/** A recording on ECG paper on three linked levels: the whole of it, some minutes, and the strip, with beats to pick and relabel, and calipers. */
export function StripViewer({ view, focus, relabels, pyramids }: StripViewerProps) {
  const { recording, beats: { peakSample }, check: { record } } = view;
  const { samplingRateHz } = recording;
  const durationS = recording.sampleCount / samplingRateHz;
  const [widthRef, widthPx] = useWidth();
  const strip = useStrip({ view, focus, pyramids, widthPx });
  const { sheet, time, span, moves, move, scale, screen, chosen } = strip;
  const levels = useLevels(span, durationS, move);
  const [hasWaves, setHasWaves] = useState(false);
  const tool = useCalipers(view, focus.beat, span);
  const steps = useBeatSteps(view, focus);
  const paint = useStripPaint({ view, strip, pyramids, picked: focus.beat, hasWaves, calipers: tool.calipers });

  const nearestBeat = useCallback((timeS: number, reachS: number) => {
    const beat = nearestIndex(peakSample, timeS * samplingRateHz);
    return beat !== null && Math.abs(peakSample[beat] / samplingRateHz - timeS) <= reachS ? beat : null;
  }, [peakSample, samplingRateHz]);
  const toggleWaves = useCallback(() => setHasWaves((on) => !on), []);
  const { relabelling, sheetKeys } = useStripKeys({
    view, focus, relabels, moves, steps, toggleCalipers: tool.toggle, toggleWaves,
    pickMiddle: () => focus.pickBeat(nearestBeat((span.fromS + span.toS) / 2, Infinity)),
  });

  const windowed = { view, widthPx, plotLeftPx: sheet.plotLeftPx };
  return (
    <Card heading="Strip" note={`${scaleWords(scale, speedOf(span, sheet.plotWidthPx, screen.pxPerMm))} · ${screen.isMeasured ? "true millimetres" : "millimetres of a usual screen: measure yours under Screen size"}`}>
      <div className={styles.viewer}>
        <StripToolbar
          scale={scale} onScale={strip.setScale} layouts={strip.layouts} layout={strip.layout} onLayout={strip.setLayout} moves={moves}
          hasCalipers={tool.calipers !== null} onCalipers={tool.toggle} hasWaves={peakSample.length === 0 ? null : hasWaves} onWaves={toggleWaves}
        >
          {recording.leads.length > 1 && strip.layout === "stacked" && <LeadChoice leads={recording.leads} chosen={chosen} onChoose={strip.setChosen} />}
        </StripToolbar>
        <div ref={widthRef} className={styles.levels} style={{ minHeight: sheet.heightPx }}>
          {widthPx > 0 && (
            <>
              {levels.hasWhole && <WholeLevel {...windowed} window={levels.minutes} onShow={levels.showMinutes} />}
              {levels.hasMinutes && (
                <MinutesLevel {...windowed} full={levels.minutes} isWhole={!levels.hasWhole && spanWidth(levels.minutes) >= durationS} window={span} onShow={strip.showSpan} pyramid={pyramids[record.leadIndex]} range={strip.ranges[record.leadIndex]} />
              )}
              <StripSheet
                sheet={sheet} time={time} paint={paint} moves={moves} shortcuts={sheetKeys}
                onTap={(timeS) => focus.pickBeat(nearestBeat(timeS, PICK_PX / time.pxPerS))}
              >
                {tool.calipers !== null && <CalipersOverlay tool={tool} calipers={tool.calipers} sheet={sheet} time={time} durationS={durationS} />}
              </StripSheet>
            </>
          )}
        </div>
        <BeatBar view={view} picked={focus.beat} steps={steps} relabelling={relabelling} />
        {peakSample.length > 0 && <StripLegend isAnnotated={view.labels.truth !== null} />}
      </div>
    </Card>
  );
}
