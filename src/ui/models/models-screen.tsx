import { Card } from "../shared/card.tsx";
import type { ModelFiles } from "./model-files.ts";
import { isBeatModel, isDetector, type ModelMeta } from "./model-kinds.ts";
import { useChampions } from "../registry/use-champions.ts";
import { ModelList } from "./model-list.tsx";
import styles from "./models-screen.module.css";

interface ModelsScreenProps {
  readonly models: readonly ModelMeta[];
  readonly files: ModelFiles;
  readonly modelHref: (id: string) => string;
}

const GROUPS = [
  { heading: "Detectors of heart-rate tables", holds: (meta: ModelMeta) => isDetector(meta) },
  { heading: "Classifiers of single beats", holds: (meta: ModelMeta) => isBeatModel(meta) && meta.task === "classifier" },
  { heading: "Autoencoders of single beats", holds: (meta: ModelMeta) => isBeatModel(meta) && meta.task === "autoencoder" },
  { heading: "Models of raw ECGs", holds: (meta: ModelMeta) => !isDetector(meta) && !isBeatModel(meta) },
] as const;

/** Every model, by what it takes, with the version that answers. */
export function ModelsScreen({ models, files, modelHref }: ModelsScreenProps) {
  const champions = useChampions(models);
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Models</h1>
      <p className={styles.intro}>
        What finds the anomalies, each with its card: what it is for, what it was made of, how well it does on data it was not trained on, and where it fails.
      </p>
      {GROUPS.map(({ heading, holds }) => {
        const held = models.filter(holds);
        return held.length > 0 && <Card key={heading} heading={heading}><ModelList models={held} files={files} champions={champions} modelHref={modelHref} /></Card>;
      })}
    </div>
  );
}
