import { useMemo } from "react";
import type { RecordingView } from "../../recording/recording-view.ts";
import { commonScale, templateCurve } from "../../recording/templates/template-curves.ts";
import { classMix, templateGroups } from "../../recording/templates/template-groups.ts";
import { TemplateTile } from "../../recording/templates/template-tile.tsx";
import { formatCounted } from "../../shared/format.ts";
import styles from "./recording-report.module.css";

/** Two rows on paper. */
const MOST_PRINTED = 8;

/** The commonest shapes of beats, on one scale. */
export function PrintedTemplates({ view }: { readonly view: RecordingView }) {
  const { beats, rr, labels } = view;
  const groups = useMemo(() => templateGroups(beats, rr), [beats, rr]);
  const printed = groups.filter(({ template }) => template !== null).slice(0, MOST_PRINTED);
  const curves = printed.map((group) => templateCurve(group, view));
  const scale = commonScale(curves);
  if (printed.length === 0) return null;
  const others = groups.slice(printed.length).reduce((sum, group) => sum + group.beats.length, 0);
  return (
    <section aria-label="Beats by shape">
      <h3>Beats by shape <small>mean beats and some of each, mV against ms from the R peak{others > 0 && `; ${formatCounted(others, "beat")} in smaller templates or none`}</small></h3>
      <div className={styles.templates}>
        {printed.map((group, index) => (
          <div key={group.template} className={styles.template}>
            <TemplateTile group={group} curve={curves[index]} mix={classMix(group.beats, labels)} scale={scale} picked={null} />
          </div>
        ))}
      </div>
    </section>
  );
}
