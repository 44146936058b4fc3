import { CLASSES, NORMAL } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { ClassMark } from "../../beats/gallery/class-mark.tsx";
import { formatCount } from "../../shared/format.ts";
import type { ClassShare } from "./template-groups.ts";
import styles from "./class-mix.module.css";

/** How many beats are of each class: as the model says with its dot, as a clinician says with the pen. */
export function ClassMix({ mix }: { readonly mix: readonly ClassShare[] }) {
  return (
    <span className={styles.mix}>
      {mix.flatMap(({ classIndex, beats, relabelled }) => {
        const mark = (kind: "predicted" | "relabelled", count: number) => count > 0 && (
          <span key={`${classIndex} ${kind}`} className={styles.share}>
            <ClassMark kind={kind} code={classIndex === UNLABELLED ? null : CLASSES.aami[classIndex].code} isAnomalous={classIndex !== NORMAL} />
            {formatCount(count)}
          </span>
        );
        return [mark("predicted", beats - relabelled), mark("relabelled", relabelled)];
      })}
    </span>
  );
}
