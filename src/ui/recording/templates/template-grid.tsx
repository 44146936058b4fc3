import { useMemo, useRef, type KeyboardEvent } from "react";
import { placeAfter, MOVE_KEYS, type MoveKey } from "../../beats/gallery/grid-moves.ts";
import type { AmplitudeRange } from "../../beats/gallery/wave-path.ts";
import { useWidth } from "../../result/use-width.ts";
import { useListedKeys } from "../../shared/use-keys.ts";
import type { BeatLabels } from "../recording-view.ts";
import type { TemplateCurve } from "./template-curves.ts";
import { classMix, type TemplateGroup } from "./template-groups.ts";
import { TemplateTile } from "./template-tile.tsx";
import { groupWords } from "./template-words.ts";
import styles from "./template-grid.module.css";

interface TemplateGridProps {
  readonly groups: readonly TemplateGroup[];
  /** one a group */
  readonly curves: readonly TemplateCurve[];
  readonly scale: AmplitudeRange;
  readonly labels: BeatLabels;
  /** index of the group whose beats are acted on */
  readonly shown: number;
  readonly onShow: (index: number) => void;
  /** a beat of the group shown, as it is drawn */
  readonly picked: Float32Array | null;
}

const LEAST_TILE_PX = 196;
/** On a phone two tiles fit side by side. */
const LEAST_COLUMNS = 2;
const GAP_PX = 10;

const WAYS: Readonly<Partial<Record<MoveKey, string>>> = {
  ArrowLeft: "the template before", ArrowRight: "the next template", ArrowUp: "the template above", ArrowDown: "the template below", Home: "the largest template", End: "the last template",
};

/** The templates as a list box: one tab stop, and what the arrow keys reach is shown. */
export function TemplateGrid({ groups, curves, scale, labels, shown, onShow, picked }: TemplateGridProps) {
  const list = useRef<HTMLDivElement>(null);
  const [sizer, width] = useWidth();
  const columns = Math.max(LEAST_COLUMNS, Math.floor((width + GAP_PX) / (LEAST_TILE_PX + GAP_PX)));
  const mixes = useMemo(() => groups.map(({ beats }) => classMix(beats, labels)), [groups, labels]);

  const go = (key: MoveKey) => {
    const place = placeAfter(key, shown, { count: groups.length, columns, rowsInSight: 1 });
    onShow(place);
    list.current?.querySelectorAll<HTMLElement>("[role=option]").item(place).focus();
  };
  useListedKeys("Templates", Object.entries(WAYS).map(([keys, way]) => ({ keys, label: `Show ${way}`, run: () => undefined })));

  function actOnKey(event: KeyboardEvent): void {
    const key = MOVE_KEYS.find((each) => each === event.key);
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(key);
  }

  return (
    <div ref={sizer}>
      <div ref={list} role="listbox" aria-label="Templates" tabIndex={-1} className={styles.grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gap: GAP_PX }}>
        {groups.map((group, index) => (
          <div
            key={group.template ?? "none"} role="option" aria-selected={index === shown} aria-label={groupWords(group, mixes[index])}
            tabIndex={index === shown ? 0 : -1} className={styles.tile} onClick={() => onShow(index)} onKeyDown={actOnKey}
          >
            <TemplateTile group={group} curve={curves[index]} mix={mixes[index]} scale={scale} picked={index === shown ? picked : null} />
          </div>
        ))}
      </div>
    </div>
  );
}
