import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AAMI, CLASSES } from "../beats/classes.ts";
import { parseAnnotations, writeAnnotations } from "../reading/recording/wfdb/annotation-file.ts";
import { fixture, read } from "../reading/recording/wfdb/testing.ts";
import { ANNOTATION_KINDS, beatClassOf } from "../recording/annotation-codes.ts";
import { findBeats } from "../recording/recording-beats.ts";
import { annotationName, recordingAnnotations } from "./recording-annotations.ts";
import { checkedBeats, quiet, surely } from "./testing.ts";

const letters = (code: Uint8Array) => [...code].map((each) => ANNOTATION_KINDS.get(each)?.letter).join("");
const marks = (...rows: readonly (readonly [sample: number, code: number, text?: string | undefined])[]) => ({
  sample: Uint32Array.from(rows, ([sample]) => sample),
  code: Uint8Array.from(rows, ([, code]) => code),
  subtype: new Int8Array(rows.length),
  text: new Map(rows.flatMap(([, , text], i): [number, string][] => (text === undefined ? [] : [[i, text]]))),
});

describe("recordingAnnotations", () => {
  it("writes the five classes in WFDB's codes, the clinician's before the model's", () => {
    const beats = checkedBeats([100, 900, 1700, 2500, 3300, 4100], [AAMI.N, AAMI.S, AAMI.V, AAMI.F, AAMI.Q, AAMI.N]);
    expect([...recordingAnnotations(beats).code]).toEqual([1, 9, 5, 6, 13, 1]);
    expect(letters(recordingAnnotations({ ...beats, relabels: new Map([[5, AAMI.V]]) }).code)).toBe("NSVFQV");
  });

  it("keeps the file's finer codes of the same class, and what it marks beside beats", () => {
    const beats = checkedBeats([100, 900, 1700], [AAMI.N, AAMI.S, AAMI.N]);
    const annotations = marks([10, 28, "(AFIB"], [110, 2], [890, 8], [1000, 14], [1700, 5]);
    const written = recordingAnnotations({ ...beats, recording: { ...beats.recording, annotations } });
    expect(letters(written.code)).toBe("+LA~N");
    expect([...written.sample]).toEqual([10, 100, 900, 1000, 1700]);
    expect([...written.text]).toEqual([[0, "(AFIB"]]);
  });

  it("cuts notes that WFDB has no room for, between characters", () => {
    const beats = checkedBeats([100], [AAMI.N]);
    const written = recordingAnnotations({ ...beats, recording: { ...beats.recording, annotations: marks([10, 22, "é".repeat(200)]) } });
    expect(parseAnnotations(writeAnnotations(written), "made").annotations.text.get(0)).toBe("é".repeat(127));
  });

  it("of a published minute lies beside the record and is read with it: the same beats, classes and rhythms", async () => {
    const [header, signals] = ["hea", "dat"].map((ending) => fixture(`119-minute.${ending}`));
    const recording = await read([header, signals, fixture("119-minute.atr")]);
    const [lead] = recording.leads;
    const beats = await findBeats(lead, recording.samplingRateHz, quiet);
    const classes = Array.from(beats.peakSample, (_, beat) => beat % CLASSES.aami.length);
    const written = recordingAnnotations({ recording, lead, beats, probabilities: surely(classes), relabels: new Map([[0, AAMI.F]]) });
    const { record, annotator } = annotationName(recording, "renamed");
    expect([record, annotator]).toEqual(["119-minute", "isoline"]);
    const { annotations } = await read([header, signals, new File([writeAnnotations(written)], `${record}.${annotator}`)]);
    if (annotations === null) throw new Error("The annotations were not read.");
    const isBeat = (mark: number) => beatClassOf(annotations.code[mark]) !== null;
    const found = [...annotations.code.keys()].filter(isBeat);
    expect(found.map((mark) => annotations.sample[mark])).toEqual([...beats.peakSample]);
    expect(found.map((mark) => beatClassOf(annotations.code[mark]))).toEqual([AAMI.F, ...classes.slice(1)]);
    expect([...annotations.text.values()]).toEqual(["(N", "(B", "(N", "(B", "(N", "(B"]);
  });

  it("gives a file whose beats are those exported, whatever they are and the file had", () => {
    const scene = fc.record({
      beats: fc.array(fc.record({ step: fc.integer({ min: 1, max: 4000 }), own: fc.nat({ max: 4 }), relabel: fc.option(fc.nat({ max: 4 })) }), { maxLength: 40 }),
      marked: fc.array(fc.record({ step: fc.nat({ max: 4000 }), code: fc.constantFrom(...ANNOTATION_KINDS.keys()), text: fc.option(fc.string({ minLength: 1, maxLength: 300 }), { nil: undefined }) }), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(scene, ({ beats, marked }) => {
        let at = 0;
        const checked = checkedBeats(beats.map(({ step }) => (at += step)), beats.map(({ own }) => own));
        at = 0;
        const annotations = marks(...marked.map(({ step, code, text }) => [(at += step), code, text] as const));
        const relabels = new Map(beats.flatMap(({ relabel }, beat): [number, number][] => (relabel === null ? [] : [[beat, relabel]])));
        const { sample, code } = parseAnnotations(writeAnnotations(recordingAnnotations({ ...checked, recording: { ...checked.recording, annotations }, relabels })), "made").annotations;
        const found = [...code.keys()].filter((mark) => beatClassOf(code[mark]) !== null);
        expect(found.map((mark) => sample[mark])).toEqual([...checked.beats.peakSample]);
        expect(found.map((mark) => beatClassOf(code[mark]))).toEqual(beats.map(({ own, relabel }) => relabel ?? own));
        const others = [...annotations.code.keys()].filter((mark) => beatClassOf(annotations.code[mark]) === null);
        expect([...code.keys()].filter((mark) => beatClassOf(code[mark]) === null).map((mark) => [sample[mark], code[mark]])).toEqual(others.map((mark) => [annotations.sample[mark], annotations.code[mark]]));
      }),
    );
  });
});

it.each([
  ["Holter (ward 3).csv", "Holter_ward_3"],
  ["Äther 1.edf", "Ather_1"],
  ["心電図.csv", "recording"],
])("the annotations of a check named %j are of the record %j", (name, record) => {
  expect(annotationName({ files: [] }, name)).toEqual({ record, annotator: "isoline" });
});
