import type { Problem } from "../../../problem.ts";
import type { Recording } from "../../../recording/recording.ts";
import { readDicom } from "./read-dicom.ts";
import { problemFrom } from "../testing.ts";

/** Helpers for the tests of this folder: a writer of DICOM files in explicit little endian. */

export async function read(file: File): Promise<Recording> {
  return readDicom(file, { signal: new AbortController().signal, onProgress: () => undefined });
}

export const problemOf = (file: File): Promise<Problem> => problemFrom(read(file));

/** A value's bytes, or the items of a sequence. */
export type Value = string | readonly number[] | readonly DicomItem[];
export type DicomItem = readonly (readonly [tag: string, vr: string, value: Value])[];

const LONG = new Set(["OB", "OW", "SQ", "UN", "UT"]);
const bytesOf = (value: number, count: number) => Array.from({ length: count }, (_, i) => Math.floor((value < 0 ? value + 2 ** (8 * count) : value) / 256 ** i) % 256);
const tagBytes = (tag: string) => [...bytesOf(parseInt(tag.slice(0, 4), 16), 2), ...bytesOf(parseInt(tag.slice(4), 16), 2)];

function elementBytes([tag, vr, value]: DicomItem[number]): number[] {
  const bytes = valueBytes(vr, value);
  if (bytes.length % 2 === 1) bytes.push(vr === "OB" || vr === "UI" ? 0 : 32);
  const length = LONG.has(vr) ? [0, 0, ...bytesOf(bytes.length, 4)] : bytesOf(bytes.length, 2);
  return [...tagBytes(tag), ...Buffer.from(vr), ...length, ...bytes];
}

function valueBytes(vr: string, value: Value): number[] {
  if (typeof value === "string") return [...Buffer.from(value, "latin1")];
  if (vr === "SQ") {
    return (value as readonly DicomItem[]).flatMap((item) => {
      const bytes = item.flatMap(elementBytes);
      return [...tagBytes("fffee000"), ...bytesOf(bytes.length, 4), ...bytes];
    });
  }
  const size = vr === "US" ? 2 : vr === "UL" ? 4 : 1;
  return (value as readonly number[]).flatMap((number) => bytesOf(number, size));
}

export function dicomBytes(elements: DicomItem): Uint8Array<ArrayBuffer> {
  const meta: DicomItem = [["00020010", "UI", "1.2.840.10008.1.2.1"]];
  return Uint8Array.from([...new Array<number>(128).fill(0), ...Buffer.from("DICM"), ...[...meta, ...elements].flatMap(elementBytes)]);
}

export interface ChannelToWrite {
  /** meaning of the lead's code, and the code */
  readonly meaning?: string;
  readonly code?: string;
  readonly unit?: string;
  readonly sensitivity?: string;
  readonly correction?: string;
  readonly baseline?: string;
  readonly values: readonly number[];
}

export interface GroupToWrite {
  readonly channels: readonly ChannelToWrite[];
  readonly samplingRateHz?: number;
  readonly originality?: string;
  readonly label?: string;
  readonly offsetMs?: string;
  readonly interpretation?: string;
  readonly bytesPerSample?: number;
  readonly padding?: number;
  /** announced instead of the true number */
  readonly sampleCount?: number;
}

export function groupItem(group: GroupToWrite): DicomItem {
  const { channels, samplingRateHz = 500, originality = "ORIGINAL", label = "RHYTHM", offsetMs, interpretation = "SS", bytesPerSample = 2, padding } = group;
  const count = channels[0].values.length;
  const samples = Array.from({ length: count }, (_, i) => channels.flatMap(({ values }) => bytesOf(values[i], bytesPerSample))).flat();
  return [
    ...(offsetMs === undefined ? [] : ([["00181068", "DS", offsetMs]] as const)),
    ["003a0004", "CS", originality],
    ["003a0005", "US", [channels.length]],
    ["003a0010", "UL", [group.sampleCount ?? count]],
    ["003a001a", "DS", String(samplingRateHz)],
    ["003a0020", "SH", label],
    ["003a0200", "SQ", channels.map(channelItem)],
    ["54001004", "US", [8 * bytesPerSample]],
    ["54001006", "CS", interpretation],
    ...(padding === undefined ? [] : ([["5400100a", "OW", bytesOf(padding, bytesPerSample)]] as const)),
    ["54001010", "OW", samples],
  ];
}

function channelItem({ meaning = "", code = "", unit = "uV", sensitivity = "1", correction = "1", baseline = "0" }: ChannelToWrite): DicomItem {
  return [
    ["003a0208", "SQ", [[["00080100", "SH", code], ["00080104", "LO", meaning]]]],
    ["003a0210", "DS", sensitivity],
    ["003a0211", "SQ", [[["00080100", "SH", unit]]]],
    ["003a0212", "DS", correction],
    ["003a0213", "DS", baseline],
  ];
}

/** A file of these multiplex groups, with what else it says before them, in the order of tags. */
export function waveformFile(groups: readonly GroupToWrite[], before: DicomItem = []): File {
  return new File([dicomBytes([...before, ["54000100", "SQ", groups.map(groupItem)]])], "made.dcm");
}
