import { writeAnnotations } from "../../src/ecg/reading/recording/wfdb/annotation-file.ts";
import { annotationCodeOf } from "../../src/ecg/recording/annotation-codes.ts";
import type { Annotations } from "../../src/ecg/recording/annotations.ts";
import type { Recording } from "../../src/ecg/recording/recording.ts";

export interface RecordingCut {
  /** of the record to write */
  readonly name: string;
  readonly leadIndex: number;
  readonly fromSample: number;
  readonly sampleCount: number;
  readonly unitsPerMv: number;
  /** value of the converter at 0 mV */
  readonly zero: number;
  /** of the header, without "#" */
  readonly comments: readonly string[];
}

/** The files of a WFDB record, by extension. */
export interface WfdbFiles {
  readonly hea: string;
  readonly dat: Uint8Array<ArrayBuffer>;
  readonly atr: Uint8Array<ArrayBuffer>;
}

const RHYTHM = annotationCodeOf("+");
const NONE: Annotations = { sample: new Uint32Array(0), code: new Uint8Array(0), subtype: new Int8Array(0), text: new Map() };

/**
 * Some minutes of one lead as a WFDB record of its own, in format 212, with the annotations inside. The rhythm that the
 * part begins in is marked at its first sample. Samples come out as they went in where gain and zero are the record's own.
 */
export function cutRecording({ leads, samplingRateHz, annotations }: Pick<Recording, "leads" | "samplingRateHz" | "annotations">, cut: RecordingCut): WfdbFiles {
  const { name: lead, samplesMv } = leads[cut.leadIndex];
  const samples = Int16Array.from(samplesMv.subarray(cut.fromSample, cut.fromSample + cut.sampleCount), (mv) => Math.round(mv * cut.unitsPerMv + cut.zero));
  const checksum = Int16Array.of(samples.reduce((sum, value) => sum + value, 0))[0];
  const header = [
    `${cut.name} 1 ${samplingRateHz} ${samples.length}`,
    `${cut.name}.dat 212 ${cut.unitsPerMv}(${cut.zero})/mV 11 ${cut.zero} ${samples[0]} ${checksum} 0 ${lead}`,
    ...cut.comments.map((comment) => `# ${comment}`),
  ];
  return { hea: `${header.join("\r\n")}\r\n`, dat: format212(samples), atr: writeAnnotations(cutAnnotations(annotations ?? NONE, cut)) };
}

/** Two samples of twelve bits in three bytes, signal(5). */
function format212(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(samples.length * 1.5));
  for (let i = 0; i < samples.length; i += 2) {
    const at = 1.5 * i;
    const [first, second] = [samples[i] & 0xfff, (samples[i + 1] ?? 0) & 0xfff];
    bytes[at] = first & 0xff;
    bytes[at + 1] = (first >> 8) | ((second >> 8) << 4);
    if (at + 2 < bytes.length) bytes[at + 2] = second & 0xff;
  }
  return bytes;
}

function cutAnnotations({ sample, code, subtype, text }: Annotations, { fromSample, sampleCount }: RecordingCut): Annotations {
  const marks = [...sample.keys()].filter((mark) => sample[mark] >= fromSample && sample[mark] < fromSample + sampleCount);
  const rhythm = code.findLastIndex((each, mark) => each === RHYTHM && sample[mark] < fromSample);
  const kept = rhythm < 0 ? marks : [rhythm, ...marks];
  return {
    sample: Uint32Array.from(kept, (mark) => Math.max(0, sample[mark] - fromSample)),
    code: Uint8Array.from(kept, (mark) => code[mark]),
    subtype: Int8Array.from(kept, (mark) => subtype[mark]),
    text: new Map(kept.flatMap((mark, i): [number, string][] => (text.has(mark) ? [[i, text.get(mark) ?? ""]] : []))),
  };
}
