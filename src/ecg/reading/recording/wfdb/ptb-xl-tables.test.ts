import { describe, expect, it } from "vitest";
import { diagnosesOf } from "./diagnosis-notes.ts";
import { fixture, problemOf, read } from "./testing.ts";

const record = [fixture("00317_lr.hea"), fixture("00317_lr.dat")];
const statements = fixture("scp_statements.csv");
const table = fixture("ptbxl_database.csv");
const changed = async (change: (text: string) => string): Promise<File> => new File([change(await table.text())], table.name);

describe("a record of PTB-XL with its tables", () => {
  it.each([[1 << 20, "\n"], [211, "\n"], [640, "\r\n"]])("has patient and superclasses, read in chunks of %i bytes", async (chunkBytes, newline) => {
    const { patient, diagnoses, findings, files, leads } = await read([...record, statements, await changed((text) => text.replaceAll("\n", newline))], chunkBytes);
    expect(leads).toHaveLength(12);
    expect(findings).toEqual([]);
    expect(patient).toEqual({ id: null, ageYears: 62, sex: "male", heightCm: 173, weightKg: 68 });
    expect(diagnoses).toEqual({ file: "ptbxl_database.csv", terminology: "SCP-ECG", statements: ["NORM", "SR"], superclasses: ["NORM"] });
    expect(files.map(({ name, rows }) => [name, rows])).toEqual([["00317_lr.hea", 12], ["00317_lr.dat", 1000], ["ptbxl_database.csv", 2], ["scp_statements.csv", 3]]);
  });

  it("is found by its 500 Hz name too", async () => {
    const header = (await record[0].text()).replaceAll("_lr", "_hr");
    const { diagnoses } = await read([new File([header], "00317_hr.hea"), new File([record[1]], "00317_hr.dat"), statements, table]);
    expect(diagnoses?.superclasses).toEqual(["NORM"]);
  });

  it("has codes alone without the statements, and neither where the table has no row of it", async () => {
    const alone = await read([...record, table]);
    expect(alone.diagnoses).toMatchObject({ statements: ["NORM", "SR"], superclasses: null });
    expect(alone.findings[0].sentence).toContain("choose scp_statements.csv as well");
    const other = await read([...record, statements, await changed((text) => text.replace(/^317,.*\n/m, ""))]);
    expect(other.diagnoses).toBeUndefined();
    expect(other.patient).toMatchObject({ ageYears: null, sex: null });
    expect(other.findings.map(({ sentence }) => sentence)).toEqual(["ptbxl_database.csv has no row of 00317_lr: neither diagnoses nor patient were taken from it."]);
  });

  it("is refused with another table of that name", async () => {
    expect(await problemOf([...record, await changed(() => "ecg_id,age\n317,62\n")])).toMatchObject({ code: "missing-column", place: { file: "ptbxl_database.csv", line: 1 } });
  });
});

describe("diagnoses in a header", () => {
  it.each([
    [["Age: 74", "Sex: Male", "Dx: 59118001,426783006", "Rx: Unknown"], { terminology: "SNOMED CT", statements: ["59118001", "426783006"] }],
    [["<age>: 51", "<sex>: F", "<diagnoses>:", "Rhythm: Sinus bradycardia.", "Left ventricular hypertrophy."], { terminology: "words", statements: ["Rhythm: Sinus bradycardia", "Left ventricular hypertrophy"] }],
  ])("%j", (comments, stated) => expect(diagnosesOf(comments, "A0001.hea")).toEqual({ file: "A0001.hea", superclasses: null, ...stated }));

  it.each([[[]], [["Dx: Unknown"]], [["69 M 1085 1629 x1", "Aldomet, Inderal"]], [["<diagnoses>:"]]])("none in %j", (comments) => expect(diagnosesOf(comments, "100.hea")).toBeNull());

  it("come with a record of the Challenges", async () => {
    const header = `${await record[0].text()}# Age: 62\n# Sex: Male\n# Dx: 426783006\n`;
    const { diagnoses, patient } = await read([new File([header], "00317_lr.hea"), record[1]]);
    expect(patient).toMatchObject({ ageYears: 62, sex: "male" });
    expect(diagnoses).toMatchObject({ terminology: "SNOMED CT", statements: ["426783006"] });
  });
});
