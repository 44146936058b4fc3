import type { Settings } from "../../lifecycle/settings.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { isOfRegistry, modelsHere } from "../registry-tables.ts";
import { isOwned } from "../remove-orphans.ts";
import type { BackedUpCheck, Manifest } from "./manifest.ts";

/** `everything`: checks, models, runs, sets, rules and settings; otherwise the checks of these ids, with their signals and verdicts. */
export type RestoreChoice = { readonly kind: "everything" } | { readonly kind: "checks"; readonly ids: ReadonlySet<string> };

export type Fields = Readonly<Record<string, unknown>>;

export type RecordTest = (table: string, record: Fields) => boolean;

/** Which records of a backup are to be restored. */
export interface WantedRecords {
  /** of the checks that are added */
  readonly isOfAdded: RecordTest;
  /** wanted, and of no check */
  readonly isOther: RecordTest;
  /** of any check in the backup */
  readonly isOfCheck: RecordTest;
  /** blocks of what is here already, of checks, runs and sets: they never change, so that one that cannot be read may be put back */
  readonly isBlockHere: RecordTest;
}

/** `kept`: the checks wanted that are here. */
export async function wantedRecords(
  db: IsolineDatabase, manifest: Manifest, { added, kept }: { readonly added: readonly BackedUpCheck[]; readonly kept: readonly BackedUpCheck[] }, choice: RestoreChoice,
): Promise<WantedRecords> {
  const isOfCheck = membership(manifest.checks);
  const isOfKept = choice.kind === "everything" ? () => true : membership(kept);
  return {
    isOfAdded: membership(added),
    isOther: choice.kind === "everything" ? await otherwiseWanted(db, isOfCheck) : () => false,
    isOfCheck,
    isBlockHere: (table, record) => isOwned(table) && !isOfRegistry(table) && isOfKept(table, record),
  };
}

/** Tells of a record whether it is of one of these checks, or of their signals. */
function membership(checks: readonly BackedUpCheck[]): RecordTest {
  const checkIds = new Set<unknown>(checks.map(({ id }) => id));
  const signalsIds = new Set<unknown>(checks.map(({ signalsId }) => signalsId));
  return (table, record) => checkIds.has(table === "checks" ? record["id"] : record["checkId"]) || (table !== "checks" && signalsIds.has(record["signalsId"]));
}

/** Each device has an activity log of its own, and backs itself up. */
const ABOUT_THE_DEVICE: readonly (keyof Settings)[] = ["lastBackupAt"];

async function otherwiseWanted(db: IsolineDatabase, isOfCheck: RecordTest): Promise<RecordTest> {
  const [runs, sets, models] = await explained(Promise.all([keysOf(db.runs.toCollection().primaryKeys()), keysOf(db.evaluationSets.toCollection().primaryKeys()), modelsHere(db)]));
  return (table, record) => {
    if (isOfRegistry(table)) return !models.has(record["modelId"]);
    switch (table) {
      case "settings":
        return !ABOUT_THE_DEVICE.some((key) => key === record["key"]);
      case "runs":
      case "evaluationSets":
      case "rules":
      case "alerts":
        return true;
      case "runEpochs":
      case "trainingJobs":
      case "checkpoints":
        return !runs.has(record["runId"]);
      case "evaluationContents":
        return !sets.has(record["setId"]);
      case "leads":
        return !isOfCheck(table, record);
      default:
        return false;
    }
  };
}

const keysOf = async (keys: PromiseLike<readonly unknown[]>): Promise<ReadonlySet<unknown>> => new Set(await keys);
