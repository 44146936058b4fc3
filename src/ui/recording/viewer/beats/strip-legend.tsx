import { CLASSES } from "../../../../ecg/beats/classes.ts";
import { ClassMark } from "../../../beats/gallery/class-mark.tsx";
import { Legend } from "../../../shared/legend.tsx";
import { isAbnormal } from "./beat-labels.ts";
import { CLASS_SHAPES, RELABELLED_PATH } from "./class-shapes.ts";
import styles from "./strip-legend.module.css";

/** What the labels above the strip stand for. */
export function StripLegend({ isAnnotated }: { readonly isAnnotated: boolean }) {
  return (
    <Legend>
      {CLASSES.aami.map(({ code, name }, classIndex) => {
        const { path, isFilled, isDashed } = CLASS_SHAPES[classIndex];
        return (
          <li key={code}>
            <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden className={styles.shape} data-abnormal={isAbnormal(classIndex) || undefined} data-filled={isFilled || undefined}>
              <path d={path} strokeDasharray={isDashed ? "2 2" : undefined} />
              <text y="4" textAnchor="middle">{code}</text>
            </svg>
            {name}
          </li>
        );
      })}
      <li>
        <svg width="20" height="20" viewBox="-10 -2 20 20" aria-hidden className={styles.relabelled}><path d={RELABELLED_PATH} /></svg>
        relabelled
      </li>
      {isAnnotated && <li><ClassMark kind="true" code="V" isAnomalous /> the file says V, the model otherwise</li>}
    </Legend>
  );
}
