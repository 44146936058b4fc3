import type { Shortcut } from "../../shared/keys.ts";

const PAGE = 10;

/** The keys of the chart while it has the focus: they move to another of `count` samples. */
export function sampleShortcuts(count: number, move: (to: (sample: number) => number) => void): Shortcut[] {
  const by = (steps: number) => () => move((sample) => Math.min(Math.max(sample + steps, 0), count - 1));
  return [
    { keys: "ArrowRight", label: "Read the next sample", run: by(1) },
    { keys: "ArrowLeft", label: "Read the sample before", run: by(-1) },
    { keys: "PageUp", label: `Read on by ${PAGE} samples`, run: by(PAGE) },
    { keys: "PageDown", label: `Read back by ${PAGE} samples`, run: by(-PAGE) },
    { keys: "Home", label: "Read the first sample", run: () => move(() => 0) },
    { keys: "End", label: "Read the last sample", run: () => move(() => count - 1) },
  ];
}
