import type { ImportedModel } from "../../db/records.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { CopyableHash } from "../result/method/copyable-hash.tsx";
import { formatBytes, formatCounted, formatDateTime, formatShare } from "../shared/format.ts";
import facts from "./card-facts.module.css";
import styles from "./imported-model-card.module.css";

/** What is known of a model of the user's, and whether checks use it. */
export function ImportedFacts({ model: { isInUse, network } }: { readonly model: ImportedModel }) {
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
