import { useCallback } from "react";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { LayerRows } from "./layer-rows.tsx";
import type { ModelMeta } from "./model-kinds.ts";
import { useLoaded } from "./use-loaded.ts";

interface LayersCardProps {
  readonly meta: ModelMeta;
  /** of a registered version; null for the shipped one */
  readonly files: ArtifactFiles | null;
}

/** The layers of a network; what a model is instead, where it has none. */
export function LayersCard({ meta: { id }, files }: LayersCardProps) {
  const { analysis } = useServices();
  const table = useLoaded(useCallback(() => analysis.layers(id, files), [analysis, id, files]));
  if (table.kind !== "loaded") {
    return (
      <Card heading="Layers">
        {table.kind === "loading" ? <p role="status">Reading the layers …</p> : <ProblemAlert problem={table.problem} />}
      </Card>
    );
  }
  if (table.value === null) return <Card heading="What it is made of"><p>{WITHOUT_LAYERS[id] ?? "This model has no layers."}</p></Card>;
  return (
    <Card heading="Layers" note={formatCounted(table.value.totalParameters, "parameter")}>
      <LayerRows table={table.value} />
    </Card>
  );
}

const WITHOUT_LAYERS: Readonly<Partial<Record<ModelMeta["id"], string>>> = {
  "rolling-median": "A rule, not a network: a formula over the rates of the beats around each beat. Nothing was learnt but its settings, which stand under Parameters.",
  "isolation-forest":
    "A forest, not a network: trees of random cuts through the features, grown when a check starts from the normal beats that ship with it. A row that is cut off from the others in few steps scores high.",
  "boosted-trees":
    "Decision trees, not a network: each round adds one small tree for each class, which corrects what the trees before it got wrong. The sums of the trees' leaves become the classes' probabilities.",
};
