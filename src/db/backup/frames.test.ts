import { describe, expect, it } from "vitest";
import { frameOf, framing, piecesOf, readContent, type FramePlace, type FrameSeal } from "./frames.ts";
import type { BackupHeader } from "./header.ts";

const HEADER: BackupHeader = { format: 2, fileId: "00000000-0000-4000-8000-000000000000", schema: 6, salt: new Uint8Array(32) };
const how: FrameSeal = { header: HEADER, key: await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]) };
const MIB = 2 ** 20;

/** Bytes that no two pieces have in common. */
const numbered = (bytes: number): Uint8Array<ArrayBuffer> => new Uint8Array(Uint32Array.from({ length: bytes / 4 }, (_, at) => at).buffer);

async function framesOf(contents: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob[]> {
  const frames: Blob[] = [];
  const framesOfContent = framing(how);
  for (const [at, content] of contents.entries()) {
    for await (const frame of framesOfContent(content, at === contents.length - 1)) frames.push(new Blob([frame]));
  }
  return frames;
}

async function contentsOf(file: Blob): Promise<Uint8Array[]> {
  const contents: Uint8Array[] = [];
  for (let place: FramePlace = { start: 0, index: 0 }; place.start < file.size; ) {
    const { content, next } = await readContent(file, place, how);
    contents.push(content);
    place = next;
  }
  return contents;
}

describe("the frames of a backup", () => {
  it("hold contents of any length, the last frame of each marked, and none is long", async () => {
    const contents = [0, 4, 4 * MIB, 4 * MIB + 4, 8 * MIB, 90 * MIB, 0].map(numbered);
    const frames = await framesOf(contents);
    expect(frames).toHaveLength(1 + 1 + 1 + 2 + 2 + 23 + 1);
    expect(Math.max(...frames.map(({ size }) => size))).toBeLessThan(4 * MIB + 100);
    const read = await contentsOf(new Blob(frames));
    expect(read.map((content, at) => Buffer.compare(content, contents[at]))).toEqual(contents.map(() => 0));
  });

  it("are refused where one of a content is missing, exchanged, or the file ends within a content", async () => {
    const frames = await framesOf([numbered(12 * MIB)]);
    await expect(contentsOf(new Blob(frames.slice(0, 2)))).rejects.toMatchObject({ code: "backup-cut" });
    await expect(contentsOf(new Blob([frames[0], frames[2]]))).rejects.toMatchObject({ code: "backup-altered" });
    await expect(contentsOf(new Blob([frames[1], frames[0], frames[2]]))).rejects.toMatchObject({ code: "backup-altered" });
    const [unfinished] = piecesOf(numbered(8 * MIB));
    await expect(contentsOf(new Blob([await frameOf(unfinished, 0, true, how)]))).rejects.toMatchObject({ code: "backup-altered" });
  });

  it("are read by the format that they were written in alone", async () => {
    const file = new Blob(await framesOf([numbered(8)]));
    await expect(readContent(file, { start: 0, index: 0 }, { ...how, header: { ...HEADER, format: 1 } })).rejects.toMatchObject({ code: "backup-altered" });
  });
});
