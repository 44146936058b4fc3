import type { DataSet } from "dicom-parser";
import { ProblemError } from "../../../problem.ts";
import { standardLead } from "../../../recording/lead-names.ts";
import { mvPerUnit } from "../voltage-unit.ts";

/** A multiplex group of a waveform, PS3.3 C.10.9: channels that were sampled together. */
export interface WaveformGroup {
  readonly label: string;
  readonly isOriginal: boolean;
  readonly samplingRateHz: number;
  readonly sampleCount: number;
  readonly offsetS: number;
  readonly channels: readonly WaveformChannel[];
  readonly dataSet: DataSet;
}

export interface WaveformChannel {
  readonly name: string;
  readonly unit: string;
  /** physical value = baseline + sensitivity × sample */
  readonly sensitivity: number;
  readonly baseline: number;
}

type SampleReader = (view: DataView, at: number, isLittleEndian: boolean) => number;

/** By the waveform sample interpretation; µ-law and A-law bytes (MB, AB) are for sound. */
const SAMPLES: ReadonlyMap<string, { readonly bytes: number; readonly read: SampleReader }> = new Map([
  ["SB", { bytes: 1, read: (view, at) => view.getInt8(at) }],
  ["UB", { bytes: 1, read: (view, at) => view.getUint8(at) }],
  ["SS", { bytes: 2, read: (view, at, isLittleEndian) => view.getInt16(at, isLittleEndian) }],
  ["US", { bytes: 2, read: (view, at, isLittleEndian) => view.getUint16(at, isLittleEndian) }],
  ["SL", { bytes: 4, read: (view, at, isLittleEndian) => view.getInt32(at, isLittleEndian) }],
  ["UL", { bytes: 4, read: (view, at, isLittleEndian) => view.getUint32(at, isLittleEndian) }],
]);

const BIG_ENDIAN = "1.2.840.10008.1.2.2";
const LARGEST_PHYSICAL = 1e18;

/** Leads by the numbers that SCP-ECG (5.6.3-9-n) and ISO/IEEE 11073 (2:n) give them. */
const LEAD_CODE = /^(?:5\.6\.3-9-|2:)(\d+)$/;
const LEAD_OF_NUMBER: ReadonlyMap<string, string> = new Map([
  ["1", "I"], ["2", "II"], ["3", "V1"], ["4", "V2"], ["5", "V3"], ["6", "V4"], ["7", "V5"], ["8", "V6"], ["61", "III"], ["62", "aVR"], ["63", "aVL"], ["64", "aVF"],
]);

/** The multiplex groups of a file. Throws ProblemError `no-waveform` or `bad-waveform`. */
export function waveformGroups(dataSet: DataSet, file: string): WaveformGroup[] {
  const groups = items(dataSet, "x54000100");
  if (groups.length === 0) {
    const modality = dataSet.string("x00080060");
    throw new ProblemError("no-waveform", `this DICOM file holds no waveform${modality ? ` but data of modality ${modality}` : ""}`, "Choose a DICOM file with an ECG waveform", { file });
  }
  return groups.map((group) => waveformGroup(group, file));
}

function waveformGroup(dataSet: DataSet, file: string): WaveformGroup {
  const samplingRateHz = dataSet.floatString("x003a001a") ?? NaN;
  const sampleCount = dataSet.uint32("x003a0010") ?? 0;
  const channels = items(dataSet, "x003a0200").map(waveformChannel);
  if (!(samplingRateHz > 0 && samplingRateHz <= 1e6)) throw badWaveform("the sampling frequency of a waveform is no number above 0", file);
  if (channels.length === 0 || channels.length !== dataSet.uint16("x003a0005")) throw badWaveform("a waveform does not describe as many channels as it has", file);
  if (channels.some(({ sensitivity, baseline }) => !(Math.abs(sensitivity) < LARGEST_PHYSICAL && Math.abs(baseline) < LARGEST_PHYSICAL))) {
    throw badWaveform("the sensitivity of a channel is no number", file);
  }
  return {
    label: dataSet.string("x003a0020") ?? "",
    isOriginal: dataSet.string("x003a0004") !== "DERIVED",
    samplingRateHz,
    sampleCount,
    offsetS: (dataSet.floatString("x00181068") ?? 0) / 1000,
    channels,
    dataSet,
  };
}

function waveformChannel(channel: DataSet): WaveformChannel {
  const source = items(channel, "x003a0208").at(0);
  const number = LEAD_CODE.exec(source?.string("x00080100") ?? "")?.[1];
  const meaning = source?.string("x00080104") ?? channel.string("x003a0203") ?? "";
  return {
    name: standardLead(meaning) ?? LEAD_OF_NUMBER.get(number ?? "") ?? meaning,
    unit: items(channel, "x003a0211").at(0)?.string("x00080100") ?? "",
    sensitivity: (channel.floatString("x003a0210") ?? 1) * (channel.floatString("x003a0212") ?? 1),
    baseline: channel.floatString("x003a0213") ?? 0,
  };
}

export interface ChannelsOptions {
  readonly transferSyntax: string | undefined;
  readonly file: string;
}

/** Reads one channel after the other, in mV, NaN where the padding value stands. Throws ProblemError `bad-waveform` or `cut-short`. */
export function channelReader(group: WaveformGroup, { transferSyntax, file }: ChannelsOptions): (channel: number) => Float32Array<ArrayBuffer> {
  const { dataSet, sampleCount, channels } = group;
  const interpretation = dataSet.string("x54001006") ?? "";
  const samples = SAMPLES.get(interpretation);
  if (!samples || dataSet.uint16("x54001004") !== 8 * samples.bytes) {
    throw badWaveform(`samples of the kind ${interpretation || "unknown"} with ${dataSet.uint16("x54001004") ?? "unknown"} bits are not read here`, file);
  }
  const isLittleEndian = transferSyntax !== BIG_ENDIAN;
  const data = bytesOf(dataSet, "x54001010");
  if (data.byteLength < sampleCount * channels.length * samples.bytes) {
    throw new ProblemError("cut-short", "the waveform has fewer samples than the file announces", "Copy the file again, it may not have been copied to its end", { file });
  }
  const padding = bytesOf(dataSet, "x5400100a");
  const missing = padding.byteLength < samples.bytes ? NaN : samples.read(padding, 0, isLittleEndian);
  return (index) => {
    const { sensitivity, baseline, unit } = channels[index];
    const toMv = mvPerUnit(unit) ?? 1;
    const samplesMv = new Float32Array(sampleCount);
    for (let i = 0; i < sampleCount; i++) {
      const value = samples.read(data, (i * channels.length + index) * samples.bytes, isLittleEndian);
      samplesMv[i] = value === missing ? NaN : (baseline + sensitivity * value) * toMv;
    }
    return samplesMv;
  };
}

/** The data sets of a sequence; none where it is not there. */
export function items(dataSet: DataSet, tag: string): DataSet[] {
  const element = (dataSet.elements as Readonly<Record<string, DataSet["elements"][string] | undefined>>)[tag];
  return (element?.items ?? []).flatMap((item) => (item.dataSet ? [item.dataSet] : []));
}

/** The bytes of an element, as far as the file has them; none where it is not there. */
function bytesOf(dataSet: DataSet, tag: string): DataView {
  const element = (dataSet.elements as Readonly<Record<string, DataSet["elements"][string] | undefined>>)[tag];
  const { buffer, byteOffset, byteLength } = dataSet.byteArray;
  if (!element || element.dataOffset >= byteLength) return new DataView(new ArrayBuffer(0));
  return new DataView(buffer, byteOffset + element.dataOffset, Math.min(element.length, byteLength - element.dataOffset));
}

function badWaveform(what: string, file: string): ProblemError {
  return new ProblemError("bad-waveform", what, "Export the recording again, as DICOM with 16-bit samples or as CSV", { file });
}
