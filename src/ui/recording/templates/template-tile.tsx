import type { AmplitudeRange } from "../../beats/gallery/wave-path.ts";
import { formatCount, formatPercent } from "../../shared/format.ts";
import { ClassMix } from "./class-mix.tsx";
import type { TemplateCurve } from "./template-curves.ts";
import { TemplateFigure } from "./template-figure.tsx";
import { groupName, type ClassShare, type TemplateGroup } from "./template-groups.ts";
import { rrText } from "./template-words.ts";
import styles from "./template-tile.module.css";

interface TemplateTileProps {
  readonly group: TemplateGroup;
  readonly curve: TemplateCurve;
  readonly mix: readonly ClassShare[];
  readonly scale: AmplitudeRange;
  readonly picked: Float32Array | null;
}

/** What is known of the beats of one shape. */
export function TemplateTile({ group, curve, mix, scale, picked }: TemplateTileProps) {
  return (
    <>
      <span className={styles.top}>
        <b>{groupName(group)}</b>
        <span className={styles.count}>{formatCount(group.beats.length)} <small>{formatPercent(group.share)}</small></span>
      </span>
      <TemplateFigure curve={curve} scale={scale} picked={picked} />
      <span className={styles.bottom}>
        <ClassMix mix={mix} />
        <span className={styles.rr}>{rrText(group)}</span>
      </span>
    </>
  );
}
