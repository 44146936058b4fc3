import type { Champions } from "../registry/use-champions.ts";
import type { ModelFiles } from "./model-files.ts";
import type { ModelMeta } from "./model-kinds.ts";
import { ModelRow } from "./model-row.tsx";
import styles from "./model-list.module.css";

interface ModelListProps {
  readonly models: readonly ModelMeta[];
  readonly files: ModelFiles;
  /** by the model's id; null while they are read, or where they cannot be */
  readonly champions: Champions | null;
  readonly modelHref: (id: string) => string;
}

/** Models one below the other; on a phone each is a block. */
export function ModelList({ models, files, champions, modelHref }: ModelListProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Champion</th>
          <th scope="col">Takes</th>
          <th scope="col">Files</th>
          <th scope="col">Measured as shipped</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        {models.map((meta) => <ModelRow key={meta.id} meta={meta} files={files[meta.id] ?? []} champion={champions?.[meta.id] ?? null} href={modelHref(meta.id)} />)}
      </tbody>
    </table>
  );
}
