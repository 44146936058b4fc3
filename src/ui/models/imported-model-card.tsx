import { useRef } from "react";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ImportedFacts } from "./imported-facts.tsx";
import { NetworkContract } from "./network-contract.tsx";
import { useImportedModel } from "./use-imported-model.ts";
import styles from "./imported-model-card.module.css";

/** The user's own network in place of a shipped one: what it has to be like, the one that is kept here, and the way back. */
export function ImportedModelCard({ modelId }: { readonly modelId: string }) {
  const { model, isChecking, problem, importFiles, setInUse, remove } = useImportedModel(modelId);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Card heading="Your own model" note="on this device only">
      {model && <ImportedFacts model={model} />}
      {model === null && <p>A network of your own can answer in place of the shipped model. It is checked, kept in this browser, and never leaves it.</p>}
      {problem !== null && <div className={styles.problem}><ProblemAlert problem={problem} /></div>}
      <div className={styles.actions}>
        <Button onClick={() => input.current?.click()} disabled={model === undefined}>{model ? "Import another" : "Import a model"}</Button>
        {model && <Button onClick={() => setInUse(!model.isInUse)}>{model.isInUse ? "Use the shipped model again" : "Use the imported model"}</Button>}
        {model && <Button onClick={remove}>Delete the imported model</Button>}
        <span role="status">{isChecking ? "Checking the model …" : ""}</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of the model"
        accept=".json,.bin"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same files can be chosen again, after they were corrected.
          event.target.value = "";
          importFiles(files);
        }}
      />
      <details className={styles.contract} open={model === null}>
        <summary>What a network has to take and give</summary>
        <NetworkContract />
      </details>
    </Card>
  );
}
