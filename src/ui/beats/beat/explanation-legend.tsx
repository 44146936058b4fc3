import type { Explanation } from "../../../models/beat-model.ts";
import { Legend } from "../../shared/legend.tsx";
import styles from "./explanation-legend.module.css";

const SWATCH = { width: 22, height: 12, viewBox: "0 0 22 12", "aria-hidden": true } as const;

/** What the lines and colours of the chart stand for. */
export function ExplanationLegend({ kind }: { readonly kind: Exclude<Explanation["kind"], "none"> }) {
  return kind === "reconstruction" ? (
    <Legend>
      <li><svg {...SWATCH}><path className={styles.wave} d="M0,6H22" /></svg> the beat</li>
      <li><svg {...SWATCH}><path className={styles.reconstruction} d="M0,6H22" /></svg> as the model redraws it</li>
      <li><svg {...SWATCH}><rect className={styles.error} width="22" height="12" /></svg> error: the difference</li>
    </Legend>
  ) : (
    <Legend>
      <li><svg {...SWATCH}><path className={styles.pro} d="M3,12V3H8V12ZM12,12V6H17V12Z" /></svg> up: the sample spoke for the class</li>
      <li><svg {...SWATCH}><path className={styles.contra} d="M3,0V9H8V0ZM12,0V6H17V0Z" /></svg> down: against it</li>
      <li><svg {...SWATCH}><rect className={styles.peak} width="22" height="12" /></svg> where it spoke most for it</li>
    </Legend>
  );
}
