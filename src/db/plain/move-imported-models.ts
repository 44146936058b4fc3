import type { Transaction } from "dexie";
import { SUPERSEDED_IMPUTATION } from "./superseded-imputation.ts";

/** What schema 4 held of a network that answered in place of the shipped twelve-lead model. */
interface ImportedModel {
  readonly modelId: string;
  readonly isInUse: boolean;
  readonly network: {
    readonly fileName: string;
    readonly importedAt: string;
    readonly topology: Uint8Array<ArrayBuffer>;
    readonly weights: Uint8Array<ArrayBuffer>;
    readonly sha256: string;
    readonly thresholds: readonly number[];
  };
}

/** Makes the user's network of schema 4 the second version of its model in the registry, the champion if it was in use. */
export async function moveImportedModels(transaction: Transaction): Promise<void> {
  for (const { modelId, isInUse, network } of (await transaction.table("importedModels").toArray()) as ImportedModel[]) {
    const { fileName, importedAt, topology, weights, sha256, thresholds } = network;
    const classifier = {
      format: "isoline twelve-lead classifier 1",
      classes: ["NORM", "MI", "STTC", "CD", "HYP"],
      thresholds,
      imputation: SUPERSEDED_IMPUTATION,
      networkShare: 1,
      trees: null,
      imported: { fileName, importedAt },
    };
    const files = { "classifier.json": new TextEncoder().encode(JSON.stringify(classifier)), "model.json": topology, "weights.bin": weights };
    await transaction.table("modelVersions").add({
      modelId, version: 2, origin: { kind: "imported", fileName }, createdAt: importedAt, sha256, bytes: topology.length + weights.length, stage: isInUse ? "Production" : "None", tags: {}, note: "",
    });
    await transaction.table("versionFiles").add({ modelId, version: 2, files });
    if (isInUse) await transaction.table("aliases").add({ modelId, alias: "champion", version: 2, before: [1] });
  }
}
