import { ProblemError } from "../../ecg/problem.ts";
import type { Session } from "../../lifecycle/accounts/account.ts";
import type { LogEvent } from "../../lifecycle/log/log-entry.ts";
import { SHIPPED_VERSION, type Alias, type ArtifactFiles, type ModelVersion, type Stage, type Suspension, type VersionInUse, type VersionOrigin } from "../../lifecycle/registry/model-version.ts";
import { admitPromotion, type PromotionGrounds } from "../../lifecycle/registry/promotion.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { permitted } from "../permitted.ts";
import { readable, readableOf } from "../readable.ts";
import type { ActivityLog } from "./activity-log.ts";
import type { AliasRecord } from "./records.ts";

/** A version to be registered; it gets the next number of its model. */
export interface NewVersion {
  readonly modelId: string;
  readonly origin: VersionOrigin;
  readonly sha256: string;
  readonly files: ArtifactFiles;
  readonly note?: string;
}

/** The versions of every model and which of them answers. Version 1 ships with the app and has no files here. */
export function createRegistryStore(db: IsolineDatabase, { logged }: ActivityLog, session: Session) {
  /** What an alias points to; none where its record was damaged, so that it can be pointed anew. */
  const aliasOf = (modelId: string, alias: Alias): PromiseLike<AliasRecord | undefined> => readableOf(db.aliases, [[modelId, alias]]).then(({ records }) => records.at(0));

  const championOf = async (modelId: string): Promise<number> => (await aliasOf(modelId, "champion"))?.version ?? SHIPPED_VERSION;

  /** As `championOf`, but throws where nobody can tell which version it is: none may answer in its place, nor be deleted. */
  const certainChampionOf = async (modelId: string): Promise<number> => (await db.aliases.get([modelId, "champion"]))?.version ?? SHIPPED_VERSION;

  const suspensionOf = (modelId: string, version: number): PromiseLike<Suspension | null> =>
    readableOf(db.suspensions, [[modelId, version]]).then(({ records, damaged }) => records.at(0) ?? damaged.map(unreadableSuspension).at(0) ?? null);

  const versionOf = async (modelId: string, version: number): Promise<ModelVersion> => {
    const stored = await db.modelVersions.get([modelId, version]);
    if (stored !== undefined) return stored;
    if (version === SHIPPED_VERSION) return shippedVersion(modelId);
    throw versionGone(modelId, version);
  };

  const point = async (modelId: string, alias: Alias, version: number | null): Promise<void> => {
    const present = await aliasOf(modelId, alias);
    if (version === null) return db.aliases.delete([modelId, alias]);
    if (present?.version === version) return;
    await db.aliases.put({ modelId, alias, version, before: present === undefined ? (alias === "champion" ? [SHIPPED_VERSION] : []) : [...present.before, present.version] });
  };

  /** Makes a version champion; the one before is archived. */
  const crown = async (modelId: string, version: number): Promise<number> => {
    const before = await championOf(modelId);
    // One whose record was damaged cannot be archived, and is not to stay champion for that.
    const { damaged } = await readableOf(db.modelVersions, [[modelId, before]]);
    if (damaged.length === 0) await db.modelVersions.put({ ...(await versionOf(modelId, before)), stage: "Archived" });
    await db.modelVersions.put({ ...(await versionOf(modelId, version)), stage: "Production" });
    await point(modelId, "champion", version);
    if ((await aliasOf(modelId, "challenger"))?.version === version) await point(modelId, "challenger", null);
    return before;
  };

  /** A number is never given twice: checks and log entries go on naming a version that was deleted. Two entries name it, so that one of them may be damaged. */
  const nextNumber = async (modelId: string): Promise<number> => {
    const stored = await db.modelVersions.where("modelId").equals(modelId).primaryKeys();
    const gone = (await readable(db.log, () => db.log.where("modelId").equals(modelId))).records.filter(({ action }) => action === "registration" || action === "deletion");
    return 1 + Math.max(SHIPPED_VERSION, ...stored.map(([, version]) => version), ...gone.map(({ details }) => Number(details["version"] ?? 0)));
  };

  const gateMargin = async (): Promise<number | null> => {
    const margin = (await db.settings.get("gateMargin"))?.value;
    return typeof margin === "number" ? margin : null;
  };

  const tables = [db.modelVersions, db.versionFiles, db.aliases, db.suspensions];

  return {
    /** A model's versions, newest first, the shipped one last: live. */
    versions: (modelId: string): Promise<ModelVersion[]> =>
      explained(
        readable(db.modelVersions, () => db.modelVersions.where("modelId").equals(modelId)).then(({ records }) => {
          const all = records.some(({ version }) => version === SHIPPED_VERSION) ? records : [shippedVersion(modelId), ...records];
          return all.sort((a, b) => b.version - a.version);
        }),
      ),

    version: (modelId: string, version: number): Promise<ModelVersion> => explained(db.transaction("r", db.modelVersions, () => versionOf(modelId, version))),

    /** The versions that a model's aliases point to: live. */
    aliases: (modelId: string): Promise<Readonly<Partial<Record<Alias, number>>>> =>
      explained(
        readable(db.aliases, () => db.aliases.where("modelId").equals(modelId)).then(({ records }) => ({ champion: SHIPPED_VERSION, ...Object.fromEntries(records.map(({ alias, version }) => [alias, version])) })),
      ),

    /** The champion before the present one, which `rollBack` goes back to; null where there was none: live. */
    formerChampion: (modelId: string): Promise<number | null> => explained(aliasOf(modelId, "champion").then((champion) => champion?.before.at(-1) ?? null)),

    /** The version that answers checks now, with its files: live. */
    inUse: (modelId: string): Promise<VersionInUse> =>
      explained(
        db.transaction("r", db.aliases, db.versionFiles, db.suspensions, async () => {
          const version = await certainChampionOf(modelId);
          const suspension = await suspensionOf(modelId, version);
          if (version === SHIPPED_VERSION) return { version, files: null, suspension };
          const stored = await db.versionFiles.get([modelId, version]);
          if (stored === undefined) throw versionGone(modelId, version);
          return { version, files: stored.files, suspension };
        }),
      ),

    /** Of a version that did not come with the app; null for the one that did. */
    files: (modelId: string, version: number): Promise<ArtifactFiles | null> =>
      version === SHIPPED_VERSION
        ? Promise.resolve(null)
        : explained(
            db.versionFiles.get([modelId, version]).then((stored) => {
              if (stored === undefined) throw versionGone(modelId, version);
              return stored.files;
            }),
          ),

    /** Registers a version under the next number, as challenger if asked. */
    register: ({ modelId, origin, sha256, files, note = "" }: NewVersion, { asChallenger }: { readonly asChallenger: boolean }): Promise<ModelVersion> =>
      logged(
        tables,
        async () => {
          const number = await nextNumber(modelId);
          const bytes = Object.values(files).reduce((sum, { length }) => sum + length, 0);
          const version: ModelVersion = { modelId, version: number, origin, createdAt: new Date().toISOString(), sha256, bytes, stage: asChallenger ? "Staging" : "None", tags: {}, note };
          await db.modelVersions.add(version);
          // A restore under way may have laid files of this number down, and then leaves the model alone.
          await db.versionFiles.put({ modelId, version: version.version, files });
          if (asChallenger) await point(modelId, "challenger", version.version);
          return version;
        },
        ({ version }) => eventOf("registration", modelId, version, `Registered ${modelId} version ${version}, ${origin.kind}${asChallenger ? ", as challenger" : ""}`, { sha256 }),
      ),

    /**
     * Makes a version the champion: checks use it from now on. The comparison that it rests on is held against the store.
     * Throws what `admitPromotion` throws, and "version-gone".
     */
    promote: permitted(session, "change which model answers", (modelId: string, version: number, grounds: PromotionGrounds): Promise<void> =>
      logged(
        [...tables, db.evaluationSets, db.settings],
        async () => {
          const { reason, comparison } = grounds;
          const overridden = admitPromotion(grounds, {
            champion: await versionOf(modelId, await championOf(modelId)),
            candidate: await versionOf(modelId, version),
            margin: await gateMargin(),
            hasSet: comparison !== null && (await db.evaluationSets.get(comparison.setId)) !== undefined,
          });
          const before = await crown(modelId, version);
          return { before, details: { before, reason, ...(overridden !== null && { overridden }), ...(comparison !== null && { set: comparison.setId, margin: comparison.margin }) } };
        },
        ({ before, details }) =>
          eventOf("promotion", modelId, version, `Promoted ${modelId} version ${version} to champion in place of version ${before}${"overridden" in details ? ", against the gate" : ""}`, details),
      ).then(() => undefined)),

    /** Makes the champion before the present one champion again. Throws the ProblemError "nothing-to-roll-back". */
    rollBack: permitted(session, "change which model answers", (modelId: string, reason: string): Promise<number> =>
      logged(
        tables,
        async () => {
          const champion = await db.aliases.get([modelId, "champion"]);
          const version = champion?.before.at(-1);
          if (champion === undefined || version === undefined) {
            throw new ProblemError("nothing-to-roll-back", "This model has had no other champion", "Promote the version that should answer");
          }
          await crown(modelId, version);
          await db.aliases.put({ modelId, alias: "champion", version, before: champion.before.slice(0, -1) });
          return { from: champion.version, version };
        },
        ({ from, version }) => eventOf("rollback", modelId, version, `Rolled ${modelId} back from version ${from} to version ${version}`, { from, reason }),
      ).then(({ version }) => version)),

    /** Points the challenger's alias to a version, or to none. */
    setChallenger: permitted(session, "change which model answers", (modelId: string, version: number | null): Promise<void> =>
      logged(tables, () => point(modelId, "challenger", version), () =>
        eventOf("stage", modelId, version ?? 0, version === null ? `${modelId} has no challenger any more` : `Version ${version} of ${modelId} is the challenger`),
      )),

    setStage: permitted(session, "change which model answers", (modelId: string, version: number, stage: Stage): Promise<void> =>
      logged(tables, async () => db.modelVersions.put({ ...(await versionOf(modelId, version)), stage }), () =>
        eventOf("stage", modelId, version, `Version ${version} of ${modelId} is now ${stage}`),
      ).then(() => undefined)),

    describe: (modelId: string, version: number, { tags, note }: Pick<ModelVersion, "tags" | "note">): Promise<void> =>
      logged(tables, async () => db.modelVersions.put({ ...(await versionOf(modelId, version)), tags, note }), () =>
        eventOf("stage", modelId, version, `Tags or note of version ${version} of ${modelId} changed`),
      ).then(() => undefined),

    /** Deletes a version and its files for good. Throws the ProblemError "version-needed" for the champion and for what ships. */
    remove: permitted(session, "delete models or evaluation sets", (modelId: string, version: number): Promise<void> =>
      logged(
        tables,
        async () => {
          if (version === SHIPPED_VERSION || (await certainChampionOf(modelId)) === version) {
            throw new ProblemError("version-needed", `Version ${version} of ${modelId} ${version === SHIPPED_VERSION ? "comes with the app" : "is the champion"}`, "Promote another version first; the shipped one always stays");
          }
          if ((await db.aliases.get([modelId, "challenger"]))?.version === version) await point(modelId, "challenger", null);
          await db.aliases.where("modelId").equals(modelId).modify((record) => Object.assign(record, { before: record.before.filter((each) => each !== version) }));
          await db.modelVersions.delete([modelId, version]);
          await db.versionFiles.delete([modelId, version]);
          await db.suspensions.delete([modelId, version]);
        },
        () => eventOf("deletion", modelId, version, `Deleted version ${version} of ${modelId}`),
      )),

    /** Every version that must not answer, also where the record that says why was damaged: live. */
    suspensions: (): Promise<Suspension[]> =>
      explained(readable(db.suspensions, () => db.suspensions.toCollection()).then(({ records, damaged }) => [...records, ...damaged.map(unreadableSuspension)])),

    suspend: (suspension: Suspension): Promise<void> =>
      logged(tables, () => db.suspensions.put(suspension), () =>
        eventOf("suspension", suspension.modelId, suspension.version, `Suspended version ${suspension.version} of ${suspension.modelId}: ${suspension.why}`),
      ).then(() => undefined),

    liftSuspension: permitted(session, "set rules and lift suspensions", (modelId: string, version: number, reason: string): Promise<void> =>
      logged(tables, () => db.suspensions.delete([modelId, version]), () =>
        eventOf("suspension", modelId, version, `Lifted the suspension of version ${version} of ${modelId}`, { reason }),
      )),
  };
}

function eventOf(action: LogEvent["action"], modelId: string, version: number, what: string, details: LogEvent["details"] = {}): LogEvent {
  return { action, what, modelId, details: { version, ...details } };
}

const shippedVersion = (modelId: string): ModelVersion => ({
  modelId, version: SHIPPED_VERSION, origin: { kind: "shipped" }, createdAt: "", sha256: "", bytes: 0, stage: "Production", tags: {}, note: "",
});

/** What is left of a suspension that cannot be read is what it is of, and it goes on: a damaged record must not let a model answer. */
const unreadableSuspension = ([modelId, version]: readonly [string, number]): Suspension => ({ modelId, version, at: "", why: "the record that says why was altered or damaged" });

const versionGone = (modelId: string, version: number): ProblemError =>
  new ProblemError("version-gone", `Version ${version} of ${modelId} is no longer on this device`, "Promote another version under Models");
