import { openFiles } from "../../../src/ecg/reading/open-files.ts";
import { quietControl } from "../file-target.ts";

/** Opens files as the app does; a table of beats has to be sound. */
export async function openBeats(files: readonly File[]): Promise<string> {
  const opened = await openFiles(files, null, quietControl);
  if (opened.kind !== "table" || opened.table.kind !== "beats") return opened.kind;
  const { count, samplesPerBeat, samples } = opened.table.beats;
  if (samples.length !== count * samplesPerBeat || !samples.every(Number.isFinite)) throw new Error("The beats are not as many as they should be, or one is no number.");
  return "table";
}
