import { useRef } from "react";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { formatBytes, formatCounted, formatDateTime, formatShare } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import type { ImportedModel } from "../../db/records.ts";
import { NetworkContract } from "./network-contract.tsx";
import { useImportedModel } from "./use-imported-model.ts";
import facts from "./card-facts.module.css";
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

function ImportedFacts({ model: { isInUse, network } }: { readonly model: ImportedModel }) {
  const { fileName, importedAt, sha256, parameterCount, topology, weights, thresholds } = network;
  return (
    <>
      <p className={styles.state}>{isInUse ? <b>✓ Checks use the imported model.</b> : "Kept; checks use the shipped model."}</p>
      <dl className={facts.facts}>
        <div><dt>Imported</dt><dd>{fileName}, {formatDateTime(importedAt)}</dd></div>
        <div><dt>SHA-256</dt><dd><CopyableHash hash={sha256} of="the imported model" /> of model and weights one after another</dd></div>
        <div><dt>Size</dt><dd>{formatCounted(parameterCount, "parameter")}, {formatBytes(topology.length + weights.length)}</dd></div>
        <div><dt>Thresholds</dt><dd>{SUPERCLASSES.map(({ code }, i) => `${code} ${formatShare(thresholds[i])}`).join(", ")}</dd></div>
        <div><dt>Figures</dt><dd>Not measured here; the model card is the shipped model’s.</dd></div>
      </dl>
    </>
  );
}
