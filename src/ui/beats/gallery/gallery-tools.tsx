import type { BeatView } from "../beat-view.ts";
import type { ClassFilter, GalleryFilter } from "./beat-filter.ts";
import type { GallerySort } from "./beat-order.ts";
import { ClassFilterField } from "./class-filter-field.tsx";
import { Field } from "../../shared/field.tsx";
import styles from "./gallery-tools.module.css";

interface GalleryToolsProps {
  readonly view: BeatView;
  readonly sort: GallerySort;
  readonly onSort: (sort: GallerySort) => void;
  readonly filter: GalleryFilter;
  readonly onFilter: (filter: GalleryFilter) => void;
}

/** What the gallery is sorted by and which beats it shows. */
export function GalleryTools({ view, sort, onSort, filter, onFilter }: GalleryToolsProps) {
  const isLabelled = view.fileClasses !== null;
  const sorts: readonly { readonly value: GallerySort; readonly label: string }[] = [
    { value: "anomaly", label: view.task === "classifier" ? "Most anomalous first" : "Largest error first" },
    { value: "unsure", label: view.task === "classifier" ? "Least sure first" : "Nearest the threshold first" },
    ...(isLabelled ? [{ value: "wrong", label: "Wrong first" } as const] : []),
    { value: "file", label: "As in the file" },
  ];
  return (
    <div className={styles.tools}>
      <Field label="Sort">
        <select value={sort} onChange={(event) => onSort(event.target.value as GallerySort)}>
          {sorts.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </Field>
      {view.fileClasses !== null && (
        <ClassFilterField
          label="True class" classes={view.fileClasses} hasUnlabelled value={filter.truth}
          onPick={(truth: ClassFilter) => onFilter({ ...filter, truth })}
        />
      )}
      <ClassFilterField
        label="Predicted class" classes={view.modelClasses} value={filter.predicted}
        onPick={(predicted: ClassFilter) => onFilter({ ...filter, predicted })}
      />
      <div className={styles.checks}>
        {isLabelled && (
          <label>
            <input type="checkbox" checked={filter.wrongOnly} onChange={(event) => onFilter({ ...filter, wrongOnly: event.target.checked })} /> Only wrong
          </label>
        )}
        <label>
          <input type="checkbox" checked={filter.relabelledOnly} onChange={(event) => onFilter({ ...filter, relabelledOnly: event.target.checked })} /> Only relabelled
        </label>
      </div>
    </div>
  );
}
