/** Where a backup is written before it is handed to the browser's downloads. */
export interface BackupFile {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  /** The whole file, once the stream is closed. */
  readonly finished: () => Promise<Blob>;
}

const LEFT_AFTER_MS = 60 * 60 * 1000;
const NAME = /^backup-[0-9a-f-]+\.part$/;

/** In the browser's private file system, so that several GB do not sit in memory; in memory where there is none. */
export async function privateFile(): Promise<BackupFile> {
  const folder = await privateFolder();
  if (folder === null) return fileInMemory();
  const handle = await folder.getFileHandle(`backup-${crypto.randomUUID()}.part`, { create: true });
  return { stream: await handle.createWritable(), finished: () => handle.getFile() };
}

/** Removes what earlier backups left in the private file system: a download reads from there for a while, so nothing young is taken away. */
export async function removeLeftBackups(): Promise<void> {
  const folder = await privateFolder();
  if (folder === null) return;
  for await (const [name, handle] of folder.entries()) {
    if (!NAME.test(name) || handle.kind !== "file") continue;
    const { lastModified } = await (handle).getFile();
    if (Date.now() - lastModified > LEFT_AFTER_MS) await folder.removeEntry(name);
  }
}

/** Private windows and older browsers refuse it. */
async function privateFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    return "createWritable" in FileSystemFileHandle.prototype ? folder : null;
  } catch {
    return null;
  }
}

/** Which browsers swap out when it is large. */
export function fileInMemory(): BackupFile {
  const pieces: Blob[] = [];
  return { stream: new WritableStream({ write: (piece) => void pieces.push(new Blob([piece])) }), finished: () => Promise.resolve(new Blob(pieces)) };
}
