import type { CheckpointStore } from "./checkpoint.ts";

/**
 * Checkpoints of several networks, trained one after another, kept as one: a number of 32 bits a network, its bytes' length,
 * then the bytes, little-endian. `networks`: how many at most.
 */
export function checkpointShelf(store: CheckpointStore, networks: number): (network: number) => CheckpointStore {
  const read = async (): Promise<Uint8Array[]> => {
    const bytes = await store.read();
    return bytes === null ? Array.from({ length: networks }, () => new Uint8Array()) : unpacked(bytes, networks);
  };
  return (network) => ({
    async read() {
      const own = (await read())[network - 1];
      return own.length === 0 ? null : own;
    },
    write: async (bytes) => store.write(packed((await read()).map((own, i) => (i === network - 1 ? bytes : own)))),
  });
}

function packed(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

function unpacked(bytes: Uint8Array, networks: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  return Array.from({ length: networks }, () => {
    const length = view.getUint32(at, true);
    at += 4 + length;
    return bytes.slice(at - length, at);
  });
}
