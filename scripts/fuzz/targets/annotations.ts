import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseAnnotations, writeAnnotations } from "../../../src/ecg/reading/recording/wfdb/annotation-file.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { EDGE_INTEGERS } from "../mutate/hostile.ts";
import { mutateBytes, withInteger } from "../mutate/mutate-bytes.ts";
import { pick } from "../mutate/pick.ts";

const sample = new Uint8Array(readFileSync(new URL("../../../src/ecg/reading/recording/wfdb/fixtures/119-minute.atr", import.meta.url)));
const written = writeAnnotations({ sample: Uint32Array.of(1, 5, 70_000, 4_000_000_000), code: Uint8Array.of(1, 5, 22, 14), subtype: Int8Array.of(0, 3, 0, -1), text: new Map([[2, "note"], [3, "\u00e9 N"]]) });
const resolution = writeAnnotations({ sample: Uint32Array.of(0, 9), code: Uint8Array.of(22, 1), subtype: new Int8Array(2), text: new Map([[0, "## time resolution: 1000"]]) });
/** SKIP, NUM, SUB, CHN, AUX, codes that there are none of, and the end. */
const WORDS = [59 << 10, (59 << 10) | 1023, (60 << 10) | 5, (61 << 10) | 0x3ff, (62 << 10) | 1, (63 << 10) | 4, (63 << 10) | 1023, 50 << 10, 55 << 10, (1 << 10) | 300, 0, 0x3ff];

export const annotationsTarget = defineTarget(
  fileTarget({
    name: "annotations",
    corpus: () => [sample, sample.subarray(0, 100), written, resolution].map((bytes) => [fileOf("x.atr", bytes)]),
    mutateFile({ bytes }, random) {
      if (bytes.length < 2 || random.uniform() < 0.4) return mutateBytes(bytes, random);
      return withInteger(bytes, 2 * random.integer(bytes.length >> 1), pick(random, [...WORDS, ...EDGE_INTEGERS]), { size: 2, isLittleEndian: true });
    },
    generated: fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.nat({ max: 0xffff })), { maxLength: 80 }).map((words) => [fileOf("x.atr", new Uint8Array(Uint16Array.from(words).buffer))]),
    async read([file]) {
      const { annotations, timeResolutionHz } = parseAnnotations(new Uint8Array(await file.arrayBuffer()), file.name);
      const { sample: at, code, subtype, text } = annotations;
      if (code.length !== at.length || subtype.length !== at.length || at.some((time, i) => i > 0 && time < at[i - 1])) throw new Error("The marks are not in the order of time, or not as many as their codes.");
      if ([...text.keys()].some((mark) => mark >= at.length) || (timeResolutionHz !== null && !(timeResolutionHz > 0 && Number.isFinite(timeResolutionHz)))) throw new Error("A text belongs to no mark, or the resolution is no number.");
      return at.length === 0 ? "no marks" : "marks";
    },
  }),
);
