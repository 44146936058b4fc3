import fc from "fast-check";
import type { Random } from "../../../src/ecg/numeric/random.ts";
import { dicomBytes, groupItem, type DicomItem, type GroupToWrite } from "../../../src/ecg/reading/recording/dicom/testing.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { EDGE_INTEGERS, HOSTILE_NUMBERS, HOSTILE_TEXTS } from "../mutate/hostile.ts";
import { mutateBytes, splice, withInteger, type Bytes } from "../mutate/mutate-bytes.ts";
import { pick } from "../mutate/pick.ts";
import { openRecording } from "./open-recording.ts";

const wave = (count: number) => Array.from({ length: count }, (_, i) => Math.round(500 * Math.sin(i / 7)));
const channels = [{ meaning: "Lead I", code: "5.6.3-9-1", values: wave(60) }, { meaning: "Lead II", code: "2:2", unit: "mV", sensitivity: "0.005", values: wave(60) }];
const PATIENT: DicomItem = [["0008002a", "DT", "20240301101112.123"], ["00080060", "CS", "ECG"], ["00100010", "PN", "Doe^Jane"], ["00100020", "LO", "P 1"], ["00100030", "DA", "19600229"], ["00100040", "CS", "F"], ["00101010", "AS", "064Y"], ["00101020", "DS", "1.71"], ["00101030", "DS", "70"]];
const STATEMENTS: DicomItem = [["0040b020", "SQ", [[["00700006", "ST", "Sinus rhythm"]], [["00700006", "ST", "Normal ECG"]]]]];
const fileBytes = (groups: readonly GroupToWrite[], before: DicomItem) => dicomBytes([...before, ...STATEMENTS, ["54000100", "SQ", groups.map(groupItem)]]);

const CORPUS = [
  fileBytes([{ channels }], PATIENT),
  fileBytes([{ channels, label: "RHYTHM", padding: -32768, offsetMs: "12.5" }, { channels: channels.slice(0, 1), originality: "DERIVED", label: "MEDIAN" }], PATIENT),
  fileBytes([{ channels, interpretation: "SB", bytesPerSample: 1 }], []),
  fileBytes([{ channels, interpretation: "UL", bytesPerSample: 4, samplingRateHz: 250 }], PATIENT),
];

/** Where the elements of a well-formed part of the file have their tags: after each comes the VR and the length. */
function tagsIn(bytes: Bytes): number[] {
  const found: number[] = [];
  for (let at = 132; at + 8 <= bytes.length; at++) {
    const isVr = [4, 5].every((i) => bytes[at + i] >= 65 && bytes[at + i] <= 90);
    if (isVr && bytes[at + 1] < 0x80) found.push(at);
  }
  return found;
}

const VRS = ["OB", "OW", "SQ", "UN", "UT", "US", "UL", "DS", "IS", "LO", "PN", "AT", "FL", "FD", "ST", "CS", "xx"];
const TAGS = ["54000100", "54001010", "54001004", "54001006", "003a0005", "003a0010", "003a001a", "003a0200", "003a0210", "003a0211", "fffee000", "fffee00d", "fffee0dd", "00020010", "7fe00010"];

function mutateDicom(bytes: Bytes, random: Random): Bytes {
  const tags = tagsIn(bytes);
  const way = random.uniform();
  if (tags.length === 0 || way < 0.25) return mutateBytes(bytes, random);
  const at = pick(random, tags);
  const isLong = ["OB", "OW", "SQ", "UN", "UT"].includes(String.fromCharCode(bytes[at + 4], bytes[at + 5]));
  const copy = bytes.slice();
  if (way < 0.45) return withInteger(bytes, at + (isLong ? 8 : 6), pick(random, EDGE_INTEGERS), { size: isLong ? 4 : 2, isLittleEndian: true });
  if (way < 0.55) copy.set(new TextEncoder().encode(pick(random, VRS)), at + 4);
  else if (way < 0.65) {
    const tag = pick(random, TAGS);
    copy.set([2, 0, 6, 4].map((place) => parseInt(tag.slice(place, place + 2), 16)), at);
  } else if (way < 0.9) {
    const value = new TextEncoder().encode(pick(random, [...HOSTILE_NUMBERS, ...HOSTILE_TEXTS, "SS", "US", "AB", "ORIGINAL", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"]));
    copy.set(value.subarray(0, Math.max(0, copy.length - at - 8)), at + 8);
  } else {
    // Sequences within sequences, of undefined length.
    const item = [0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff, 0x00, 0x54, 0x00, 0x01, 0x53, 0x51, 0, 0, 0xff, 0xff, 0xff, 0xff];
    const depth = 1 + random.integer(random.uniform() < 0.02 ? 20_000 : 50);
    return splice(bytes, at, at, new Uint8Array(item.length * depth).map((_, i) => item[i % item.length]));
  }
  return copy;
}

const generated = fc
  .record({ sampleCount: fc.constantFrom(undefined, 0, 1, 20, 4_294_967_295), samplingRateHz: fc.constantFrom(500, 0, -1, NaN, 1e-9, 1e7), interpretation: fc.constantFrom("SS", "US", "SB", "MB", ""), bytesPerSample: fc.constantFrom(1, 2, 4), sensitivity: fc.constantFrom("1", "0", "1e308", "x", "", "NaN"), unit: fc.constantFrom("uV", "mV", "", "%"), values: fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 1, maxLength: 30 }) })
  .map(({ sensitivity, unit, values, sampleCount, ...group }): GroupToWrite => ({ ...group, ...(sampleCount !== undefined && { sampleCount }), channels: [{ meaning: "Lead I", sensitivity, unit, values }] }))
  .map((group) => [fileOf("a.dcm", dicomBytes([...PATIENT, ["54000100", "SQ", [groupItem(group)]]]))]);

export const dicomTarget = defineTarget(
  fileTarget({
    name: "dicom",
    corpus: () => CORPUS.map((bytes) => [fileOf("a.dcm", bytes)]),
    mutateFile: ({ bytes }, random) => mutateDicom(bytes, random),
    generated,
    read: openRecording,
  }),
);
