import type { IsolineDatabase } from "./database.ts";

const REGISTRY: ReadonlySet<string> = new Set(["modelVersions", "versionFiles", "aliases", "suspensions"]);

/** Whether a table's records are of a model's versions: their numbers mean other versions elsewhere, so that a model's are taken over all or none. */
export const isOfRegistry = (table: string): boolean => REGISTRY.has(table);

/** The models that have versions of their own here. */
export const modelsHere = async (db: IsolineDatabase): Promise<ReadonlySet<unknown>> => new Set(await db.modelVersions.orderBy("modelId").uniqueKeys());
