import { useCallback } from "react";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { CardFacts } from "./card-facts.tsx";
import { CommandsCard } from "./commands-card.tsx";
import { fetchCard } from "./fetch-card.ts";
import { FilesCard } from "./files-card.tsx";
import { LayersCard } from "./layers-card.tsx";
import type { ModelFiles } from "./model-files.ts";
import { inputText, outputText, type ModelMeta } from "./model-kinds.ts";
import { ParametersCard } from "./parameters-card.tsx";
import { ModelHistory } from "../registry/model-history.tsx";
import { useRegistry } from "../registry/use-registry.ts";
import { VersionsCard } from "../registry/versions-card.tsx";
import { useLoaded } from "./use-loaded.ts";
import styles from "./model-screen.module.css";

interface ModelScreenProps {
  readonly modelId: string;
  readonly models: readonly ModelMeta[];
  readonly files: ModelFiles;
  readonly modelsHref: string;
  readonly setsHref: string;
  readonly runHref: (runId: string) => string;
}

/** Everything there is to know about one model. */
export function ModelScreen({ modelId, models, files, modelsHref, setsHref, runHref }: ModelScreenProps) {
  const meta = models.find(({ id }) => id === modelId);
  if (meta !== undefined) return <ModelPage key={modelId} meta={meta} files={files[modelId] ?? []} modelsHref={modelsHref} setsHref={setsHref} runHref={runHref} />;
  return (
    <>
      <h1 tabIndex={-1}>No such model</h1>
      <EmptyState title={`“${modelId.slice(0, 80)}” is not among them`} actions={<a href={modelsHref}>All models</a>}>
        This version of the app has no model of that name; another may have had it.
      </EmptyState>
    </>
  );
}

interface ModelPageProps extends Pick<ModelScreenProps, "modelsHref" | "setsHref" | "runHref"> {
  readonly meta: ModelMeta;
  readonly files: ModelFiles[string];
}

function ModelPage({ meta, files, modelsHref, setsHref, runHref }: ModelPageProps) {
  const { id } = meta;
  const registry = useRegistry(id);
  const reading = useLoaded(useCallback((signal: AbortSignal) => fetchCard(id, signal), [id]));
  const card = reading.kind === "loaded" ? reading.value : null;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <a href={modelsHref}>All models</a>
        <h1 tabIndex={-1}>{meta.name}</h1>
        <p>{meta.sentence}</p>
        <p className={styles.ends}>{inputText(meta)} → {outputText(meta)}</p>
      </header>
      <div className={styles.versions}>
        {registry.kind === "loading" && <p role="status">Reading the versions …</p>}
        {registry.kind === "failed" && <ProblemAlert problem={registry.problem} />}
        <DamagedNote lists={["modelVersions", "aliases", "log"]} of={{ modelId: id }} />
        {registry.kind === "read" && <VersionsCard meta={meta} registry={registry.registry} shippedFiles={files} setsHref={setsHref} runHref={runHref} />}
      </div>
      <div className={styles.column}>
        <Card heading="Model card" note="of version 1, which ships">
          {reading.kind === "loading" && <p role="status">Reading the card …</p>}
          {reading.kind === "failed" && <ProblemAlert problem={reading.problem} />}
          {card !== null && <CardFacts card={card} />}
        </Card>
        <LayersCard meta={meta} files={null} />
      </div>
      <div className={styles.column}>
        {registry.kind === "read" && <ModelHistory entries={registry.registry.history} />}
        <FilesCard modelId={id} files={files} date={card?.date ?? null} />
        <CommandsCard meta={meta} />
        <ParametersCard meta={meta} card={card} />
      </div>
    </div>
  );
}
