import { strToU8, zipSync, type Zippable } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openArchive } from "./archive.ts";
import { readStore } from "./read-store.ts";
import { LIMITS, StoreTree } from "./store-tree.ts";

const archive = (files: Zippable) => new Uint8Array(zipSync(files));

test("paths that lead elsewhere are refused", () => {
  for (const path of ["../meta.yaml", "mlruns/../../etc/passwd", "/etc/passwd", "C:/x", "a\\..\\b", "a//b", "a/./b", "a\0b"]) {
    expect(() => openArchive(archive({ [path]: strToU8("x") }), "runs.zip"), path).toThrow(expect.objectContaining({ code: "unsafe-path" }));
  }
});

test("an archive that would unpack to more than the limit is refused before it is unpacked", () => {
  const files = archive({ "mlruns/0/a/meta.yaml": strToU8("x") });
  const view = new DataView(files.buffer);
  // The size before compression, in the central directory.
  for (let at = 0; at < files.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, LIMITS.bytes + 1, true);
  expect(() => openArchive(files, "runs.zip")).toThrow(expect.objectContaining({ code: "too-large" }));
});

test("an entry that holds more than it claims is unpacked no further", async () => {
  const files = archive({ "mlruns/0/a/meta.yaml": [new Uint8Array(1_000_000), { level: 9 }] });
  const view = new DataView(files.buffer);
  for (let at = 0; at < files.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  const [file] = openArchive(files, "runs.zip");
  expect((await file.read()).length).toBeLessThanOrEqual(10);
});

test("too many files or runs are refused", async () => {
  const files = Array.from({ length: LIMITS.files + 1 }, (_, i) => ({ path: `a/${i}`, bytes: 0, read: () => Promise.resolve(new Uint8Array()) }));
  expect(() => new StoreTree(files)).toThrow(expect.objectContaining({ code: "too-large" }));
  const meta = strToU8("run_id: a\nstart_time: 1\n");
  const runs = Array.from({ length: LIMITS.runs + 1 }, (_, i) => ({ path: `mlruns/0/${i}/meta.yaml`, bytes: meta.length, read: () => Promise.resolve(new Uint8Array(meta)) }));
  await expect(readStore(runs)).rejects.toMatchObject({ code: "too-large" });
});

test("a file that is too large to be a run's is refused without reading it", async () => {
  const files = [{ path: "mlruns/0/a/meta.yaml", bytes: LIMITS.fileBytes + 1, read: () => Promise.reject(new Error("read")) }];
  await expect(readStore(files)).rejects.toMatchObject({ code: "too-large", place: { file: "mlruns/0/a/meta.yaml" } });
});

test("whatever the bytes, there are files or a problem", () => {
  const sound = archive({ "mlruns/0/a/meta.yaml": strToU8("run_id: a\n"), "mlruns/0/a/params/lr": strToU8("0.1") });
  const damaged = fc.array(fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 6 }).map((changes) => {
    const bytes = sound.slice();
    for (const { at, byte } of changes) bytes[at] = byte;
    return bytes;
  });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 }), fc.nat(sound.length).map((length) => sound.slice(0, length))), (bytes) => {
      try {
        openArchive(bytes, "runs.zip");
      } catch (cause) {
        expect(cause).toMatchObject({ name: "ProblemError", place: {} });
      }
    }),
  );
});
