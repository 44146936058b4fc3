import { useMemo } from "react";
import { useListedKeys } from "../../../shared/use-keys.ts";
import type { SheetGeometry, TimeScale } from "../sheet/sheet-geometry.ts";
import { CALIPER_KEY_WORDS } from "./caliper-keys.ts";
import { CaliperMarker } from "./caliper-marker.tsx";
import type { Calipers } from "./caliper-maths.ts";
import { caliperWords } from "./caliper-words.ts";
import type { CaliperTool } from "./use-calipers.ts";
import styles from "./calipers.module.css";

interface CalipersOverlayProps {
  readonly tool: CaliperTool;
  readonly calipers: Calipers;
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly durationS: number;
}

/** The calipers over the strip: two markers, and a beam with the reading between them. */
export function CalipersOverlay({ tool, calipers, sheet, time, durationS }: CalipersOverlayProps) {
  useListedKeys("Calipers", useMemo(() => CALIPER_KEY_WORDS.map(([keys, label]) => ({ keys, label, run: () => undefined })), []));
  const { firstS, secondS } = calipers;
  const words = tool.reading === null ? "" : caliperWords(tool.reading);
  const [leftPx, rightPx] = [time.xOf(firstS), time.xOf(secondS)].sort((a, b) => a - b);
  const marker = { tool, time, durationS, words };
  return (
    <div className={styles.overlay} style={{ left: 0, top: sheet.paperTopPx, width: sheet.widthPx, height: sheet.paperBottomPx - sheet.paperTopPx }}>
      <CaliperMarker {...marker} part="both" timeS={firstS} beamPx={{ leftPx, widthPx: Math.max(rightPx - leftPx, 1) }} />
      <CaliperMarker {...marker} part="first" timeS={firstS} />
      <CaliperMarker {...marker} part="second" timeS={secondS} />
      <output className={styles.reading} style={{ left: Math.min(Math.max((leftPx + rightPx) / 2, sheet.plotLeftPx + 90), sheet.widthPx - 90) }}>{words}</output>
    </div>
  );
}
