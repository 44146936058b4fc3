import { readHead } from "../file-bytes.ts";

/** A form of recordings that its first bytes tell. */
export type SignedForm = "edf" | "dicom";

const SIGNATURES: readonly (readonly [form: SignedForm, bytes: string, at: number])[] = [
  ["edf", "0       ", 0],
  ["edf", "\xFFBIOSEMI", 0],
  ["dicom", "DICM", 128],
];

/** Null where no known recording begins so. Throws ProblemError `unreadable-file`. */
export async function signedFormOf(file: File): Promise<SignedForm | null> {
  const head = await readHead(file);
  const found = SIGNATURES.find(([, bytes, at]) => Array.from(bytes).every((byte, i) => head[at + i] === byte.charCodeAt(0)));
  return found?.[0] ?? null;
}
