import type { LoadedBeatCheck, RelabelRecord } from "../../db/records.ts";
import type { LabelScheme } from "../../ecg/beats/classes.ts";
import { NORMAL } from "../../ecg/beats/classes.ts";
import { samplesOf, type BeatTable, type Beats } from "../../ecg/beats/table.ts";
import type { SourceFile } from "../../ecg/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { relabelScheme } from "../beats/beat-view.ts";

/** Whose word counts: the clinician's alone, or the file's labels with the clinician's corrections. */
export type LabelSource = "clinician" | "file-and-clinician";

/** One opened file, or the beats of one check with what a clinician said of them. */
export interface LabelledSource {
  readonly files: readonly SourceFile[];
  readonly beats: Beats;
  /** of the labels and classes below; null where nobody labelled anything */
  readonly scheme: LabelScheme | null;
  /** the class a clinician gave a beat, by beat */
  readonly given: ReadonlyMap<number, number>;
}

/** Beats put together to learn from. */
export interface GatheredBeats {
  /** labelled ones only */
  readonly beats: Beats;
  /** index of the source that each beat is of: beats of one file may be of one patient */
  readonly patient: Uint32Array<ArrayBuffer>;
  readonly files: readonly SourceFile[];
}

export const sourceOfTable = ({ files, beats }: Pick<BeatTable, "files" | "beats">): LabelledSource => ({ files, beats, scheme: beats.scheme, given: new Map() });

/** The checks' beats: those of one opening once, where two checks of it disagree the word given last. */
export function sourcesOfChecks(checks: readonly { readonly check: LoadedBeatCheck; readonly relabels: readonly RelabelRecord[] }[]): LabelledSource[] {
  const openings = [...new Set(checks.map(({ check }) => check.record.signalsId))];
  return openings.map((signalsId) => {
    const ofOne = checks.filter(({ check }) => check.record.signalsId === signalsId);
    const { record, beats } = ofOne[0].check;
    const scheme = relabelScheme(record);
    const sameScheme = ofOne.filter(({ check }) => relabelScheme(check.record) === scheme);
    const inOrder = sameScheme.flatMap(({ relabels }) => relabels).sort((a, b) => a.at.localeCompare(b.at));
    return { files: record.files, beats, scheme, given: new Map(inOrder.map(({ beat, classIndex }) => [beat, classIndex])) };
  });
}

/** Whether a model of `scheme` (null: an autoencoder, which asks only what is normal) can learn from these labels. */
export const canLearnFrom = (scheme: LabelScheme | null, source: Pick<LabelledSource, "scheme">): boolean => source.scheme !== null && (scheme === null || scheme === source.scheme);

/** All labelled beats of the sources that a model of `scheme` can learn from, in their order; labels of an autoencoder are normal or not. */
export function gatherBeats(sources: readonly LabelledSource[], { scheme, samplesPerBeat, labels }: { readonly scheme: LabelScheme | null; readonly samplesPerBeat: number; readonly labels: LabelSource }): GatheredBeats {
  const fit = sources.filter((source) => canLearnFrom(scheme, source) && source.beats.samplesPerBeat === samplesPerBeat);
  const classes = fit.map((source) => classesOf(source, labels));
  const count = classes.reduce((sum, own) => sum + own.filter((each) => each !== UNLABELLED).length, 0);
  const samples = new Float32Array(count * samplesPerBeat);
  const label = new Uint8Array(count);
  const patient = new Uint32Array(count);
  const line = new Uint32Array(count);
  let at = 0;
  fit.forEach(({ beats }, source) => {
    classes[source].forEach((own, beat) => {
      if (own === UNLABELLED) return;
      samples.set(samplesOf(beats, beat), at * samplesPerBeat);
      label[at] = scheme === null ? Number(own !== NORMAL) : own;
      patient[at] = source;
      line[at] = beats.line[beat];
      at++;
    });
  });
  return { beats: { count, samplesPerBeat, samples, scheme: scheme ?? "binary", label, file: new Uint16Array(count), line }, patient, files: fit.flatMap(({ files }) => files) };
}

function classesOf({ beats, scheme, given }: LabelledSource, labels: LabelSource): Uint8Array {
  const own = labels === "clinician" || beats.scheme !== scheme ? new Uint8Array(beats.count).fill(UNLABELLED) : beats.label.slice();
  for (const [beat, classIndex] of given) own[beat] = classIndex;
  return own;
}
