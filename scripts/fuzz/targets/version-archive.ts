import fc from "fast-check";
import { zipSync } from "fflate";
import { zipFiles } from "../../../src/ecg/export/zip-files.ts";
import { pickedFiles } from "../../../src/models/versions/picked-files.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { HOSTILE_TEXTS } from "../mutate/hostile.ts";
import { mutateZip, zipOf } from "../mutate/mutate-zip.ts";

const DAY = new Date(2026, 0, 1);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const small: readonly (readonly [string, Uint8Array])[] = [["model.json", bytesOf('{"modelTopology":{}}')], ["weights.bin", new Uint8Array(64)], ["card.json", bytesOf("{}")]];

const path = fc.oneof(fc.constantFrom("model.json", "a/model.json", "../x", "/etc/passwd", "a\\b", "__proto__", "constructor", "x/", "", "__MACOSX/._x", ...HOSTILE_TEXTS), fc.string({ maxLength: 12 }));
const archives = fc.array(fc.tuple(path, fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }).map((entries) => zipOf(Object.fromEntries(entries)));

/** What an export gives, read back: paths and sizes are the archive's word alone. */
export const versionArchiveTarget = defineTarget(
  fileTarget({
    name: "version-archive",
    corpus: () => [zipFiles(new Map(small), DAY), new Uint8Array(zipSync(Object.fromEntries(small.map(([name, bytes]) => [`version/${name}`, bytes])))), new Uint8Array(zipSync({ "zeros.bin": new Uint8Array(100_000) }))].map((bytes) => [fileOf("version.zip", bytes)]),
    mutateFile: ({ bytes }, random) => mutateZip(bytes, random),
    generated: archives.map((bytes) => [fileOf("version.zip", bytes)]),
    async read(files) {
      const picked = await pickedFiles(files);
      for (const name of picked.keys()) if (name.includes("/") || name === "..") throw new Error(`A file is called ${name}.`);
      return "files";
    },
  }),
);
