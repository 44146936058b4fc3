import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TWELVE_LEADS } from "../../../recording/lead-names.ts";
import type { Recording } from "../../../recording/recording.ts";
import { utf16 } from "../../testing.ts";
import type { RecordingAnswers } from "../recording-question.ts";
import { ecgMv, readProblem, readQuestion, readRecording, table } from "./testing.ts";

const MV = ecgMv(800, 250).map((mv) => Number(mv.toFixed(3)) || 0);
const UV = MV.map((mv) => Math.round(1000 * mv));
const ADC = MV.map((mv) => Math.round(200 * mv) + 1024);
const seconds = (i: number, rateHz = 250) => (i / rateHz).toFixed(3);
const float32 = (values: readonly number[]) => Float32Array.from(values);

function expectMv({ samplesMv }: Recording["leads"][number], mv: readonly number[], digits = 6): void {
  expect(samplesMv).toHaveLength(mv.length);
  const worst = mv.reduce((most, value, i) => Math.max(most, Math.abs(value - samplesMv[i])), 0);
  expect(worst).toBeLessThan(10 ** -digits);
}

describe("forms that are read without asking", () => {
  it.each<[string, string, readonly string[]]>([
    ["mV in the names", table([["time (s)", "II (mV)", "V5 [mV]"], ...MV.map((mv, i) => [seconds(i), mv, mv])]), ["II", "V5"]],
    ["µV", table([["time_ms", "ecg [uV]"], ...UV.map((uv, i) => [4 * i, uv])]), ["ECG"]],
    ["V", table([["t", "Lead I (V)"], ...MV.map((mv, i) => [seconds(i), (mv / 1000).toFixed(6)])]), ["I"]],
    ["leads without a unit, of the size of mV", table([["time", "MLII", "V1"], ...MV.map((mv, i) => [seconds(i), mv, mv])]), ["MLII", "V1"]],
    ["PhysioNet's form with units", table([["'Elapsed time'", "'MLII'", "'V1'"], ["'seconds'", "'mV'", "'mV'"], ...MV.map((mv, i) => [seconds(i), mv, mv])]), ["MLII", "V1"]],
    ["PhysioNet's form with a clock", table([["'Elapsed time'", "'ECG1'"], ["'hh:mm:ss.mmm'", "'mV'"], ...MV.map((mv, i) => [`'0:0${seconds(i)}'`, mv])]), ["ECG1"]],
    ["no header", table(MV.map((mv, i) => [seconds(i), mv])), ["ECG"]],
    ["semicolons and decimal commas", table([["Zeit [s]", "EKG [mV]"], ...MV.map((mv, i) => [seconds(i).replace(".", ","), String(mv).replace(".", ",")])], ";", "\r\n"), ["EKG"]],
    ["tabs", table([["time", "II"], ...MV.map((mv, i) => [seconds(i), mv])], "\t"), ["II"]],
    ["spaces", MV.map((mv, i) => `   ${seconds(i)}   ${mv}\n`).join(""), ["ECG"]],
    ["free text above, with the rate", `Recorder: X200\nPatient 12, resting\nSampling rate: 250 Hz\nFilter 0.05-150 Hz\nUnits: mV\n\nECG\n${MV.join("\n")}\n`, ["ECG"]],
    ["comments above", `# fs = 250 Hz\n# unit: mV\n# II,V1\n${table(MV.map((mv) => [mv, mv]))}`, ["II", "V1"]],
    ["a sampling interval", `Sampling interval: 4 ms\nUnit: uV\n\n${UV.join("\n")}`, ["ECG"]],
    ["a gain", `fs: 250 Hz\nGain: 200 adu/mV\nBaseline: 1024\nMLII,V1\n${table(ADC.map((adc) => [adc, adc]))}`, ["MLII", "V1"]],
    ["dates", table([["timestamp", "ECG (mV)"], ...MV.map((mv, i) => [new Date(Date.UTC(2024, 2, 1) + 4 * i).toISOString(), mv])]), ["ECG"]],
    ["milliseconds since 1970", table([["timestamp", "ecg_mv"], ...MV.map((mv, i) => [1709251200000 + 4 * i, mv])]), ["ecg_mv"]],
    ["nanoseconds", table([["time", "ecg_uv"], ...UV.map((uv, i) => [599618023000000000n + 4_000_000n * BigInt(i), uv].map(String))]), ["ecg_uv"]],
    ["columns that are no leads", table([["time", "II", "resp", "note"], ...MV.map((mv, i) => [seconds(i), mv, i % 7, "a"])]), ["II"]],
  ])("%s", async (_, content, names) => {
    const recording = await readRecording(content);
    expect(recording).toMatchObject({ kind: "recording", samplingRateHz: 250, sampleCount: 800, annotations: null });
    expect(recording.leads.map(({ name }) => name)).toEqual(names);
    for (const lead of recording.leads) {
      expectMv(lead, MV, content.includes("adu") ? 2 : 6);
      expect(lead.unusable).toEqual([]);
    }
    expect(recording.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("reads the same from UTF-16, and wherever the chunks end", async () => {
    const text = table([["time", "Ableitung II (mV)", "remark"], ...MV.map((mv, i) => [seconds(i), i % 50 === 0 ? "NaN" : mv, ""])]);
    const whole = await readRecording(text);
    expect((await readRecording(text, { chunkBytes: 77 })).leads).toEqual(whole.leads);
    expect((await readRecording(utf16(text, "le", true))).leads).toEqual(whole.leads);
  });

  it("says what was told from the size of values and what was passed over", async () => {
    const { findings } = await readRecording(table([["time", "II", "resp"], ...MV.map((mv, i) => [seconds(i), mv, i])]));
    expect(findings.map(({ sentence }) => sentence).join(" ")).toMatch(/millivolts.*“resp”/);
  });

  it("takes the start from a column of dates as local time", async () => {
    const rows = MV.map((mv, i) => [`2024-03-01T10:15:${(20 + i / 250).toFixed(3)}+01:00`, mv]);
    expect((await readRecording(table([["time", "II"], ...rows]))).startTime).toBe("2024-03-01T10:15:20.000");
  });
});

describe("published recordings", () => {
  const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

  it("MIT-BIH 208 is the same in units of the converter, once the guess is confirmed, as in mV", async () => {
    const { guess } = await readQuestion(fixture("physionet-adc.csv"));
    const adc = await readRecording(fixture("physionet-adc.csv"), { answers: guess });
    const mv = await readRecording(fixture("physionet-mv.csv"));
    expect(mv).toMatchObject({ samplingRateHz: 360, sampleCount: 720 });
    expect(mv.leads.map(({ name }) => name)).toEqual(["MLII", "V1"]);
    expect(mv.timing.jitterMs).toBeCloseTo(0.416, 2);
    expect(adc.leads).toEqual(mv.leads);
    expect(adc.samplingRateHz).toBe(360);
  });

  it("PTB-XL 8 has its twelve leads", async () => {
    const recording = await readRecording(fixture("twelve-leads.csv"));
    expect(recording).toMatchObject({ samplingRateHz: 500, sampleCount: 500, timing: { jitterMs: 0, gaps: [] } });
    expect(recording.leads.map(({ name }) => name)).toEqual(TWELVE_LEADS);
    expect(recording.leads.map(({ samplesMv }) => samplesMv[0])).toEqual([...float32([-0.04, -0.075, -0.035, 0.058, -0.002, -0.055, 0.045, -0.005, 0, -0.055, -0.07, -0.04])]);
  });
});

describe("the watch's export", () => {
  const values = ecgMv(1000, 512, 1000);
  const whole = values.map((uv) => String(Math.round(uv)));
  const comma = values.map((uv) => uv.toFixed(3).replace(".", ","));
  const lines = (notes: readonly string[], samples: readonly string[]) => [...notes, "", ...samples, ""].join("\n");

  it.each<[string, string, readonly string[]]>([
    ["English", "Name,\nDate of Birth,\"Feb 5, 1952\"\nRecorded Date,2019-04-04 09:14:40 -0400\nClassification,Sinus Rhythm\nSymptoms,\nSoftware Version,1.51\nDevice,\"Watch5,4\"\nSample Rate,512 hertz\n\nLead,Lead I\nUnit,µV", whole],
    ["German", "Name,\"Muster, Eva\"\nGeburtsdatum,05.02.1952\nAufzeichnungsdatum,2019-04-04 09:14:40 +0200\nKlassifizierung,Sinusrhythmus\nSymptome,\nSoftwareversion,1.51\nGerät,\"Watch5,4\"\nMessrate,512 Hertz\n\nAbleitung,Ableitung I\nEinheit,µV", comma],
    ["French", "Nom,\nDate de naissance,5 févr. 1952\nDate d’enregistrement,2019-04-04 09:14:40 +0200\nClassification,Rythme sinusal\nSymptômes,\nVersion du logiciel,\"1,51\"\nAppareil,\"Watch5,4\"\nFréquence d’échantillonnage,512 hertz\n\nDérivation,Dérivation I\nUnité,µV", comma],
    ["Spanish", "Nombre,\nFecha de nacimiento,5 feb 1952\nFecha de registro,2019-04-04 09:14:40 +0200\nClasificación,Ritmo sinusal\nVersión de software,1.51\nDispositivo,\"Watch5,4\"\nFrecuencia de muestreo,512 hercios\n\nDerivación,Derivación I\nUnidad,µV", comma],
    ["Portuguese", "Nome,\nData de Nascimento,5 de fev. de 1952\nData da Gravação,2019-04-04 09:14:40 -0300\nClassificação,Ritmo Sinusal\nVersão do Software,1.51\nDispositivo,\"Watch5,4\"\nTaxa de Amostragem,512 hertz\n\nDerivação,Derivação I\nUnidade,µV", comma],
    ["Italian", "Nome,\nData di nascita,5 feb 1952\nData registrazione,2019-04-04 09:14:40 +0200\nClassificazione,Ritmo sinusale\nVersione software,1.51\nDispositivo,\"Watch5,4\"\nFrequenza di campionamento,512 hertz\n\nDerivazione,Derivazione I\nUnità,µV", comma],
    ["Dutch", "Naam,\nGeboortedatum,5 feb. 1952\nOpnamedatum,2019-04-04 09:14:40 +0200\nClassificatie,Sinusritme\nSoftwareversie,1.51\nApparaat,\"Watch5,4\"\nBemonsteringsfrequentie,512 hertz\n\nAfleiding,Afleiding I\nEenheid,µV", comma],
    ["Chinese", "姓名,\n出生日期,1952年2月5日\n记录日期,2019-04-04 09:14:40 +0800\n分类,窦性心律\n软件版本,1.51\n设备,\"Watch5,4\"\n采样率,512赫兹\n\n导联,I导联\n单位,µV", whole],
    ["Japanese", "氏名,\n生年月日,1952/02/05\n記録日,2019-04-04 09:14:40 +0900\n分類,洞調律\nソフトウェアバージョン,1.51\nデバイス,\"Watch5,4\"\nサンプルレート,512ヘルツ\n\n誘導,I誘導\n単位,µV", whole],
    ["a language unknown to the reader", "Ime,\nDatum,2019-04-04 09:14:40 +0200\nVrsta,Sinus\nIzdaja,1.51\nNaprava,\"Watch5,4\"\nVzorci,512 hercov\n\nOdvod,Odvod I\nEnota,µV", comma],
  ])("in %s", async (_, notes, samples) => {
    const recording = await readRecording(lines(notes.split("\n"), samples));
    expect(recording).toMatchObject({ form: "apple-watch", samplingRateHz: 512, sampleCount: 1000, startTime: "2019-04-04T09:14:40" });
    expect(recording.leads.map(({ name }) => name)).toEqual(["I"]);
    expectMv(recording.leads[0], samples.map((text) => Number(text.replace(",", ".")) / 1000));
  });

  it("keeps a rate with decimals, and the name as the patient", async () => {
    const notes = ["Name,Jane Doe", "Recorded Date,2024-01-02 03:04:05 +0000", "Sample Rate,\"512,414 hertz\"", "", "Lead,Lead I", "Unit,µV"];
    expect(await readRecording(lines(notes, comma))).toMatchObject({ samplingRateHz: 512.414, patient: { id: "Jane Doe" } });
  });
});

describe("the chest strap's log", () => {
  it("takes the sensor's clock, the µV and the start", async () => {
    const mv = ecgMv(650, 130);
    const rows = mv.map((value, i) => {
      const ns = 599618023000000000n + BigInt(Math.round((i * 1e9) / 130));
      const phone = new Date(Date.UTC(2024, 2, 1, 12) + Math.floor(i / 73) * 561).toISOString().slice(0, -1);
      return [phone, ns.toString(), ((i * 1000) / 130).toFixed(6), Math.round(1000 * value)];
    });
    const recording = await readRecording(table([["Phone timestamp", "sensor timestamp [ns]", "timestamp [ms]", "ecg [uV]"], ...rows], ";"));
    expect(recording).toMatchObject({ form: "polar", samplingRateHz: 130, sampleCount: 650, startTime: "2024-03-01T12:00:00.000" });
    expect(recording.leads.map(({ name }) => name)).toEqual(["ECG"]);
    expectMv(recording.leads[0], mv, 3);
    expect(recording.timing.gaps).toEqual([]);
  });
});

describe("twelve columns", () => {
  const [i, ii] = [ecgMv(1000, 100), ecgMv(1000, 100, 1.4)];
  const limb = i.map((value, row) => [value, ii[row], ii[row] - value, -(value + ii[row]) / 2, value - ii[row] / 2, ii[row] - value / 2]);
  const rows = limb.map((cells, row) => [...cells, ...[0.3, -0.5, 0.8, 1.2, 1, 0.7].map((share) => share * ii[row] + 0.01 * Math.sin(row))].map((mv) => mv.toFixed(3)));

  it("by name", async () => {
    const recording = await readRecording(table([["time", ...TWELVE_LEADS.map((name) => name.toLowerCase())], ...rows.map((cells, row) => [row / 100, ...cells])]));
    expect(recording).toMatchObject({ samplingRateHz: 100, sampleCount: 1000 });
    expect(recording.leads.map(({ name }) => name)).toEqual(TWELVE_LEADS);
  });

  it.each([
    ["without a header", (row: number) => [row / 100]],
    ["below the numbers that pandas gives", null],
  ])("by position, known by Einthoven's equations: %s", async (_, time) => {
    const content = time ? table(rows.map((cells, row) => [...time(row), ...cells])) : table([["", ...rows[0].map((_, c) => c)], ...rows.map((cells, row) => [row, ...cells])]);
    const named = time ? (await readRecording(content)).leads : (await readQuestion(content, { name: "100hz.csv" })).guess.leads;
    expect(named.map(({ name }) => name)).toEqual(TWELVE_LEADS);
  });

  it("asks where the equations do not hold, and where ten seconds have no rate", async () => {
    const shuffled = rows.map(([first, ...others]) => [...others, first]);
    const question = await readQuestion(table(shuffled));
    expect(question.reasons).toHaveLength(2);
    expect(question.guess).toMatchObject({ samplingRateHz: 100, unit: { kind: "mV" }, timeColumn: null });
    expect(question.guess.leads.map(({ name }) => name)).toEqual(TWELVE_LEADS);
  });
});

describe("questions", () => {
  it.each<[string, string, Partial<RecordingAnswers>, RegExp]>([
    ["PhysioNet's form in ADC units", table([["'sample #'", "'MLII'", "'V1'"], ...ADC.map((adc, i) => [i, adc, adc])]), { timeColumn: 0, leads: [{ column: 1, name: "MLII" }, { column: 2, name: "V1" }], samplingRateHz: 360, unit: { kind: "adc", unitsPerMv: 200, zero: 1024 } }, /unit.*second/],
    ["points and values", table([["point", "value"], ...UV.map((uv, i) => [i + 1, uv])], ",", "\r\n"), { timeColumn: 0, leads: [{ column: 1, name: "ECG" }], unit: { kind: "µV" } }, /unit.*second/],
    ["mV without times", table([["II", "V5"], ...MV.map((mv) => [mv, mv])]), { timeColumn: null, unit: { kind: "mV" } }, /second/],
    ["a name with the rate", table([["II"], ...MV.map((mv) => [mv])]), { timeColumn: null, samplingRateHz: 250, leads: [{ column: 0, name: "II" }] }, /second/],
    ["whole numbers with times", table([["time", "II"], ...ADC.map((adc, i) => [seconds(i), adc])]), { timeColumn: 0, samplingRateHz: null, unit: { kind: "adc", unitsPerMv: 200, zero: 1024 } }, /unit/],
    ["several unnamed columns", table([["time", "a", "b"], ...MV.map((mv, i) => [seconds(i), mv, -mv])]), { timeColumn: 0, samplingRateHz: null, leads: [{ column: 1, name: "a" }, { column: 2, name: "b" }] }, /which are leads/],
    ["times that advance by one", table([["time", "II (mV)"], ...MV.map((mv, i) => [i, mv])]), { timeColumn: 0 }, /unit the times/],
  ])("%s", async (_, content, guess, reason) => {
    const question = await readQuestion(content, { name: "record_250Hz.csv" });
    expect(question.guess).toMatchObject(guess);
    expect(question.reasons.join(" ")).toMatch(reason);
    expect(question.firstRows).toHaveLength(8);
    const recording = await readRecording(content, { answers: { ...question.guess, samplingRateHz: question.guess.timeColumn !== null && guess.samplingRateHz === null ? null : 250 } });
    expect(recording).toMatchObject({ samplingRateHz: 250, sampleCount: 800 });
    expect(recording.timing.gaps).toEqual([]);
  });

  it("scales by the gain stated", async () => {
    const answers: RecordingAnswers = { kind: "recording", timeColumn: null, leads: [{ column: 0, name: "II" }], samplingRateHz: 250, unit: { kind: "adc", unitsPerMv: 200, zero: 1024 } };
    expectMv((await readRecording(`II\n${ADC.join("\n")}\n`, { answers })).leads[0], ADC.map((adc) => (adc - 1024) / 200));
  });

  it.each<[Partial<RecordingAnswers>]>([
    [{ leads: [] }],
    [{ leads: [{ column: 0, name: "a" }, { column: 0, name: "b" }] }],
    [{ leads: [{ column: 7, name: "a" }] }],
    [{ timeColumn: 1 }],
    [{ samplingRateHz: null }],
    [{ samplingRateHz: 0 }],
    [{ samplingRateHz: NaN }],
    [{ unit: { kind: "adc", unitsPerMv: 0, zero: 0 } }],
  ])("refuses answers that fit nothing: %j", async (wrong) => {
    const answers: RecordingAnswers = { kind: "recording", timeColumn: null, leads: [{ column: 1, name: "a" }], samplingRateHz: 250, unit: { kind: "mV" }, ...wrong };
    expect(await readProblem(table(MV.map((mv) => [mv, mv])), { answers })).toMatchObject({ code: "import-answers" });
  });
});

describe("decimal commas in one column", () => {
  const comma = ecgMv(300, 250, 1000).map((uv) => uv.toFixed(3).replace(".", ","));

  it.each([
    ["a header", `ecg [uV]\n${comma.join("\n")}`],
    ["nothing else", comma.join("\n")],
  ])("with %s, a line is one sample", async (_, content) => {
    expect((await readQuestion(content)).guess.leads).toHaveLength(1);
  });

  it("a lone number is one sample", async () => {
    const answers: RecordingAnswers = { kind: "recording", timeColumn: null, leads: [{ column: 0, name: "I" }], samplingRateHz: 512, unit: { kind: "µV" } };
    expect((await readRecording("-265,868\n", { answers })).leads[0].samplesMv).toEqual(float32([-0.265868]));
  });

  it("two leads of whole numbers are two", async () => {
    expect((await readQuestion(table(ADC.map((adc, i) => [adc, 2 * ADC[(i + 40) % 800]])))).guess.leads).toHaveLength(2);
  });
});

describe("missing samples and times", () => {
  const rows = MV.map((mv, i): (string | number)[] => [seconds(i), mv]);

  it("marks empty cells and NaN, and holds the value before", async () => {
    const holed = rows.map(([time, mv], i) => [time, i >= 100 && i < 110 ? "" : i === 300 ? "NaN" : i < 2 ? "n/a" : mv]);
    const { leads, findings } = await readRecording(table([["time", "II (mV)"], ...holed]));
    expect(leads[0].unusable).toEqual([{ from: 0, to: 2, cause: "missing" }, { from: 100, to: 110, cause: "missing" }, { from: 300, to: 301, cause: "missing" }]);
    expect(leads[0].samplesMv[105]).toBe(Math.fround(MV[99]));
    expect(leads[0].samplesMv[0]).toBe(Math.fround(MV[2]));
    expect(findings).toContainEqual(expect.objectContaining({ code: "gaps-filled", count: 13 }));
  });

  it("fills what the times skip", async () => {
    const skipped = rows.filter((_, i) => i !== 50 && !(i >= 200 && i < 450));
    const recording = await readRecording(table([["time", "II (mV)"], ...skipped]));
    expect(recording).toMatchObject({ samplingRateHz: 250, sampleCount: 800 });
    expect(recording.leads[0].unusable).toEqual([{ from: 50, to: 51, cause: "missing" }, { from: 200, to: 450, cause: "missing" }]);
    expect(recording.timing.gaps.map(({ atSample }) => atSample)).toEqual([50, 200]);
    expect(recording.timing.gaps[1].durationS).toBeCloseTo(1.004, 6);
    expect(recording.leads[0].samplesMv[449]).toBe(Math.fround(MV[199]));
    expect(recording.leads[0].samplesMv.subarray(450)).toEqual(float32(MV.slice(450)));
    expect(recording.findings).toContainEqual(expect.objectContaining({ code: "gaps-filled", examples: [{ file: "ecg.csv", line: 52 }, { file: "ecg.csv", line: 201 }] }));
  });

  it("finds the rate though the times are rounded", async () => {
    for (const rateHz of [360, 128, 500, 240]) {
      for (const digits of rateHz === 240 ? [2] : [3, 6]) {
        const content = table([["time", "II (mV)"], ...ecgMv(3000, rateHz).map((mv, i) => [(i / rateHz).toFixed(digits), mv.toFixed(3)])]);
        const recording = await readRecording(content);
        expect(recording).toMatchObject({ samplingRateHz: rateHz, sampleCount: 3000 });
        expect(recording.timing.jitterMs).toBeLessThan(10 ** (3 - digits));
      }
    }
  });

  it("goes on over midnight", async () => {
    const clock = (s: number) => `${String(Math.floor(s / 3600) % 24).padStart(2, "0")}:${String(Math.floor(s / 60) % 60).padStart(2, "0")}:${(s % 60).toFixed(3).padStart(6, "0")}`;
    const recording = await readRecording(table([["time", "II (mV)"], ...MV.map((mv, i) => [clock(86_399 + i / 250), mv])]));
    expect(recording).toMatchObject({ samplingRateHz: 250, sampleCount: 800, timing: { gaps: [] } });
  });

  it("marks flat and saturated stretches", async () => {
    const flat = rows.map(([time, mv], i) => [time, i >= 300 && i < 600 ? 0.1 : i >= 700 && i < 760 ? 5 : mv]);
    expect((await readRecording(table([["time", "II (mV)"], ...flat]))).leads[0].unusable).toEqual([{ from: 300, to: 600, cause: "flat" }, { from: 700, to: 760, cause: "saturated" }]);
  });

  it("leaves out a last line that breaks off", async () => {
    const recording = await readRecording(`${table([["time", "II (mV)", "V1 (mV)"], ...rows.map(([time, mv]) => [time, mv, mv])])}3.200,0.`);
    expect(recording.sampleCount).toBe(800);
    expect(recording.findings.map(({ sentence }) => sentence).join()).toContain("breaks off");
  });
});

describe("rows that do not fit", () => {
  const header = ["time", "II (mV)", "V1 (mV)"];
  const rows = MV.map((mv, i): (string | number)[] => [seconds(i), mv, mv]);
  const withRow = (at: number, row: readonly (string | number)[]) => table([header, ...rows.slice(0, at), row, ...rows.slice(at + 1)]);

  it.each<[string, string, readonly (string | number)[], object]>([
    ["words", "bad-number", ["0.400", "abc", 0], { line: 102, column: "“II (mV)”", value: "abc" }],
    ["infinity", "bad-number", ["0.400", 0, "inf"], { line: 102, column: "“V1 (mV)”" }],
    ["a number too large", "bad-number", ["0.400", "1e39", 0], { line: 102, column: "“II (mV)”", value: "1e39" }],
    ["a cell too few", "ragged", ["0.400", 0], { line: 102 }],
    ["a cell too many", "ragged", ["0.400", 0, 1, 2], { line: 102 }],
    ["no time", "bad-time", ["soon", 0, 1], { line: 102, column: "“time”", value: "soon" }],
    ["a time from before", "time-backwards", ["0.000", 0, 1], { line: 102, column: "“time”" }],
    ["a time years later", "long-gap", ["99999999", 0, 1], { line: 102 }],
    ["an open quote", "malformed-quote", ["0.400", '"0"1', 1], { line: 102 }],
  ])("%s", async (_, code, row, place) => {
    const content = code === "long-gap" ? table([header, ...rows.slice(0, 100), row]) : withRow(100, row);
    expect(await readProblem(content)).toMatchObject({ code, place: { file: "ecg.csv", ...place } });
  });

  it("tolerates a time that goes back by less than a sample", async () => {
    const recording = await readRecording(withRow(100, ["0.395", 0, 0]));
    expect(recording.sampleCount).toBe(800);
    expect(recording.findings).toContainEqual(expect.objectContaining({ code: "time-backwards", examples: [{ file: "ecg.csv", line: 102 }] }));
  });

  it.each([
    ["no-samples", "hello\nworld\n"],
    ["no-samples", ""],
    ["no-leads", table([["time", "II (mV)"], ...MV.map((_, i) => [seconds(i), ""])])],
    ["empty-lead", table([["time", "II (mV)", "V1 (mV)"], ...MV.map((mv, i) => [seconds(i), "", mv])])],
    ["html", "<!DOCTYPE html><html></html>"],
    ["binary", "II\n1\n\u00002\n3\n"],
  ])("%s", async (code, content) => expect(await readProblem(content)).toMatchObject({ code, place: { file: "ecg.csv" } }));
});

it.each([
  ["one of a day", 1, "too-sparse"],
  ["one of a day after each of twenty rows", 20, "too-long"],
])("takes no memory for pauses that a short file only claims: %s", async (_, pauses, code) => {
  const rows = MV.map((mv, i) => [(i / 250 + 82_800 * Math.min(pauses, Math.max(0, i - 400))).toFixed(3), mv]);
  expect((await readProblem(table([["time", "II (mV)"], ...rows]))).code).toBe(code);
});
