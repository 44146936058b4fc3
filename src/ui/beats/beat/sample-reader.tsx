import { useMemo, useState, type KeyboardEvent, type PointerEvent } from "react";
import { PlotTooltip } from "../../result/plot/plot-tooltip.tsx";
import { findShortcut } from "../../shared/keys.ts";
import { useListedKeys } from "../../shared/use-keys.ts";
import type { BeatTime } from "./beat-axes.ts";
import type { BeatScale } from "./beat-paths.ts";
import { sampleFacts, type ExplainedSamples } from "./sample-facts.ts";
import { sampleShortcuts } from "./sample-keys.ts";
import styles from "./sample-reader.module.css";

interface SampleReaderProps {
  readonly beat: ExplainedSamples;
  readonly time: BeatTime;
  readonly scale: BeatScale;
  /** of the chart in which the lines lie */
  readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Lies over a beat's chart and tells the sample under the pointer; with the focus, the one that the arrow keys move to. It stays where it was left until the focus goes. */
export function SampleReader({ beat, time, scale, area }: SampleReaderProps) {
  const { samples } = beat;
  const [read, setRead] = useState<number | null>(null);
  const sample = read === null ? null : Math.min(read, samples.length - 1);
  const shortcuts = useMemo(() => sampleShortcuts(samples.length, (to) => setRead((last) => to(last ?? 0))), [samples.length]);
  useListedKeys("Chart of the beat", shortcuts);

  function point(event: PointerEvent): void {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const nearest = Math.round((x / area.width) * (samples.length - 1));
    setRead(Math.min(Math.max(nearest, 0), samples.length - 1));
  }

  /** A press keeps what is read in sight: a finger is gone at once, and covers it before. */
  function press(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.focus({ preventScroll: true });
    point(event);
  }

  function leave(event: PointerEvent): void {
    if (event.currentTarget !== document.activeElement) setRead(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const shortcut = findShortcut([{ name: "Chart of the beat", shortcuts }], event, "none");
    if (shortcut === undefined) return;
    event.preventDefault();
    shortcut.run();
  }

  const facts = sampleFacts(beat, sample ?? 0, time);
  return (
    <>
      {sample !== null && (
        <svg className={styles.mark} aria-hidden>
          <line x1={scale.xOf(sample)} x2={scale.xOf(sample)} y1={area.top} y2={area.top + area.height} />
          <circle cx={scale.xOf(sample)} cy={scale.yOf(samples[sample])} r={4.5} />
        </svg>
      )}
      <div
        role="slider"
        tabIndex={0}
        aria-label="Sample of the beat"
        aria-valuemin={1}
        aria-valuemax={samples.length}
        aria-valuenow={(sample ?? 0) + 1}
        aria-valuetext={facts.join(", ")}
        className={styles.area}
        style={area}
        onPointerDown={press}
        onPointerMove={point}
        onPointerLeave={leave}
        onFocus={() => setRead((last) => last ?? 0)}
        onBlur={() => setRead(null)}
        onKeyDown={onKeyDown}
      />
      {sample !== null && <PlotTooltip facts={facts} x={scale.xOf(sample)} y={scale.yOf(samples[sample])} width={area.left + area.width} />}
    </>
  );
}
