import type { LoadedCheck, LoadedRecordingCheck } from "../../db/records.ts";
import type { DeIdentification } from "../../ecg/export/de-identification.ts";
import { exportFileName } from "../../ecg/export/predictions-csv.ts";
import { annotationName, recordingAnnotations } from "../../ecg/export/recording-annotations.ts";
import { wfdbRecord } from "../../ecg/export/wfdb-record.ts";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import { writeAnnotations } from "../../ecg/reading/recording/wfdb/annotation-file.ts";
import { wfdbRecordName } from "../../ecg/recording/record-name.ts";
import { checkBundle } from "../../ecg/export/fhir/check-bundle.ts";
import { checkCsv, checkedRecording } from "./check-csv.ts";
import { checkFindings } from "./check-findings.ts";
import { checkJson } from "./check-json.ts";
import { deIdentifyCheck, DEIDENTIFIED_NAME } from "./de-identify-check.ts";
import { readJudgedCheck, relabelsByBeat, type ExportOptions, type JudgedCheck } from "./read-judged-check.ts";

/** One way in which a check can be taken elsewhere. */
export interface CheckExport {
  readonly label: string;
  readonly keys: string;
  /** in the list of keys */
  readonly keyLabel: string;
  readonly hint?: string;
  /** of the file */
  readonly name: string;
  readonly write: (options: ExportOptions) => Promise<Blob>;
}

/** The date in a de-identified archive: the earliest that the format knows. */
const NO_DATE = new Date(1980, 0, 1);

/** The files that a check can be exported to, with everything that it says of the patient or, with an identity, without. */
export function checkExports(check: LoadedCheck, identity: DeIdentification | null): readonly CheckExport[] {
  const read = async (options: ExportOptions): Promise<JudgedCheck> => {
    const judged = await readJudgedCheck(check, options);
    return identity === null ? judged : deIdentifyCheck(judged, identity);
  };
  const name = identity === null ? check.record.name : DEIDENTIFIED_NAME;
  const csv = async (options: ExportOptions) => checkCsv(await read(options), options);
  if (check.kind !== "recording") {
    return [{ label: "Export CSV", keys: "e", keyLabel: "Export predictions as CSV", name: exportFileName(name, "predictions", "csv"), write: csv }, ...jsonExports(name, read)];
  }
  // A record's own name may be the patient's, and so may be the file that its marks would lie beside.
  const isRecord = identity === null && wfdbRecordName(check.recording.files) !== null;
  const { record, annotator } = annotationName(identity === null ? check.recording : { files: [] }, name);
  const marks = ({ check: judged, relabels }: JudgedCheck<LoadedRecordingCheck>) => writeAnnotations(recordingAnnotations(checkedRecording(judged, relabelsByBeat(relabels))));
  const readRecording = async (options: ExportOptions) => ofRecording(await read(options));
  return [
    { label: "Beats as CSV", keys: "e", keyLabel: "Export the beats as CSV", name: exportFileName(record, "beats", "csv"), write: csv },
    isRecord
      ? {
          label: `Annotations (${record}.${annotator})`, keys: "Shift+e", keyLabel: "Export the beats as WFDB annotations", name: `${record}.${annotator}`,
          hint: `WFDB, in the format of .atr files: beside ${record}.hea, rdann -r ${record} -a ${annotator} reads it (key: Shift+E)`,
          write: async (options) => new Blob([marks(await readRecording(options))], { type: "application/octet-stream" }),
        }
      : {
          label: "WFDB record (zip)", keys: "Shift+e", keyLabel: "Export recording and beats as a WFDB record", name: `${record}.zip`,
          hint: `${record}.hea, ${record}.dat and the beats in ${record}.${annotator}: unpacked, rdann -r ${record} -a ${annotator} reads them (key: Shift+E)`,
          write: async (options) => {
            const judged = await readRecording(options);
            const { header, signals } = await wfdbRecord(judged.check.recording, record, options);
            const files = new Map([[`${record}.hea`, new TextEncoder().encode(header)], [`${record}.dat`, signals], [`${record}.${annotator}`, marks(judged)]]);
            return new Blob([zipFiles(files, identity === null ? new Date() : NO_DATE)], { type: "application/zip" });
          },
        },
    ...jsonExports(name, read),
  ];
}

/** For other programs. */
function jsonExports(name: string, read: (options: ExportOptions) => Promise<JudgedCheck>): readonly CheckExport[] {
  return [
    {
      label: "JSON", keys: "j", keyLabel: "Export the result as JSON", name: exportFileName(name, "result", "json"), hint: "Everything the model said, and what clinicians said of it (key: J)",
      write: async (options) => jsonFile(checkJson(await read(options)), "application/json"),
    },
    {
      label: "FHIR", keys: "f", keyLabel: "Export the result as a FHIR bundle", name: exportFileName(name, "fhir", "json"), hint: "HL7 FHIR R4: Observations, a preliminary DiagnosticReport and the model as a Device (key: F)",
      write: async (options) => jsonFile(checkBundle(checkFindings(await read(options)), () => crypto.randomUUID()), "application/fhir+json"),
    },
  ];
}

const jsonFile = (value: unknown, type: string): Blob => new Blob([JSON.stringify(value)], { type });

/** Reading anew never changes the kind of a check. */
function ofRecording({ check, verdicts, relabels }: JudgedCheck): JudgedCheck<LoadedRecordingCheck> {
  if (check.kind !== "recording") throw new TypeError("The check is none of a recording.");
  return { check, verdicts, relabels };
}
