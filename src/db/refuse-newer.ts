import Dexie from "dexie";

/**
 * Makes opening fail (VersionError) where a newer version of Isoline has upgraded the database: Dexie would open it all the
 * same, and this version would write what the newer one cannot read.
 */
export function refuseNewer(db: Dexie, schema: number): void {
  const isSticky = true;
  db.on("ready", () => {
    // Dexie's versions are ten times as many in IndexedDB.
    if (Math.floor(db.backendDB().version / 10) > schema) throw new Dexie.VersionError(`${db.name} is of a newer version`);
  }, isSticky);
}
