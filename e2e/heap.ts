import type { Page } from "@playwright/test";

/** What lies in the memory of a page's JavaScript and can still be reached. */
export interface Heap {
  /** of all strings in it, those that hold the text */
  readonly strings: (text: string) => number;
  /** the browser's own objects of this kind */
  readonly objects: (kind: string) => number;
  /** contents of array buffers of just so many bytes */
  readonly buffersOf: (bytes: number) => number;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Takes a snapshot of the heap (Chromium), after a collection of garbage. */
export async function readHeap(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  const { snapshot: { meta }, nodes, strings } = JSON.parse(chunks.join("")) as Snapshot;
  const width = meta.node_fields.length;
  const [typeAt, nameAt, sizeAt] = ["type", "name", "self_size"].map((field) => meta.node_fields.indexOf(field));
  const native = meta.node_types[0].indexOf("native");
  const count = (matches: (name: string, node: { readonly isNative: boolean; readonly size: number }) => boolean) => {
    let found = 0;
    for (let node = 0; node < nodes.length; node += width) if (matches(strings[nodes[node + nameAt]], { isNative: nodes[node + typeAt] === native, size: nodes[node + sizeAt] })) found += 1;
    return found;
  };
  return {
    strings: (text) => strings.filter((string) => string.includes(text)).length,
    objects: (kind) => count((name, { isNative }) => isNative && name === kind),
    buffersOf: (bytes) => count((name, { size }) => name === "system / JSArrayBufferData" && size === bytes),
  };
}
