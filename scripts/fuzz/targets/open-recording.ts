import { openFiles } from "../../../src/ecg/reading/open-files.ts";
import { quietControl } from "../file-target.ts";
import { requireSoundRecording } from "../sound-recording.ts";

/** Opens files as the app does; a recording has to be sound. */
export async function openRecording(files: readonly File[]): Promise<string> {
  const opened = await openFiles(files, null, quietControl);
  if (opened.kind === "recording") requireSoundRecording(opened.recording);
  return opened.kind;
}
