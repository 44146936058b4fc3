import fc from "fast-check";
import { expect, it } from "vitest";
import { pyramidLevels } from "../../../../ecg/recording/signal-pyramid.ts";
import { layoutRows, LAYOUTS } from "../layouts.ts";
import { stripSpan } from "../strip-scale.ts";
import { cellTrace } from "./cell-trace.ts";
import { sheetGeometry, timeScale } from "./sheet-geometry.ts";

const NAMES = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"];
const RANGES = NAMES.map(() => ({ lowMv: -1, highMv: 1 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

it("draws each R peak's extreme in every cell that shows its moment: any layout, rate, zoom, screen, and at the recording's ends", () => {
  const scene = fc.record({
    layout: fc.constantFrom(...LAYOUTS), samplingRateHz: fc.constantFrom(100, 250, 360, 1000), sampleCount: fc.integer({ min: 1, max: 4000 }),
    widthPx: fc.integer({ min: 60, max: 1600 }), ratio: fc.constantFrom(1, 1.25, 2, 3), at: share, width: share, peakAt: share, sign: fc.constantFrom(1, -1),
  });
  fc.assert(
    fc.property(scene, ({ layout, samplingRateHz, sampleCount, widthPx, ratio, at, width, peakAt, sign }) => {
      const durationS = sampleCount / samplingRateHz;
      const peak = Math.min(Math.floor(peakAt * sampleCount), sampleCount - 1);
      const samplesMv = Float32Array.from({ length: sampleCount }, (_, i) => Math.sin(i / 7)).with(peak, 3 * sign);
      const lead = { name: "", samplesMv, unusable: [] };
      const pyramid = { samples: samplesMv, levels: pyramidLevels(samplesMv) };
      const rows = layoutRows(layout, NAMES, [4, 9]);
      const sheet = sheetGeometry({ widthPx, rows, ranges: RANGES, pxPerMm: 3.78, gainMmPerMv: 10, headPx: 20, axisPx: 20 });
      const time = timeScale(sheet, stripSpan({ fromS: at * durationS, toS: (at + width) * durationS }, null, durationS));
      for (const cell of sheet.lanes.flatMap(({ cells }) => cells)) {
        const { lines, xOfSample, yOfMv } = cellTrace({ sheet, time, cell, lead, pyramid, samplingRateHz, ratio });
        const x = xOfSample(peak);
        if (x < 0 || x > cell.widthPx) continue;
        const y = Math.fround(yOfMv(3 * sign));
        const isDrawn = lines.some(({ vertices }) => vertices.some((value, i) => i % 2 === 1 && value === y && Math.abs(vertices[i - 1] - x) <= 1 / ratio + 0.01));
        expect(isDrawn).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
