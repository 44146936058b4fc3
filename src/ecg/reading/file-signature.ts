import { ProblemError } from "../problem.ts";

interface Signature {
  /** what the file is, as in "this is …" */
  readonly what: string;
  /** bytes as Latin-1 text */
  readonly bytes: string;
  readonly at?: number;
  readonly advice: string;
}

const SAVE_AS_CSV = "Open it in the program that made it and save the table as CSV";
const OPEN_AS_RECORDING = "Open it as a recording, or export the heart rate as CSV";
const NOT_A_TABLE = "Choose the file that holds the samples of the ECG, the heart rates or the beats";
const UNPACK = "Unpack it and open the CSV file inside";

const SIGNATURES: readonly Signature[] = [
  { what: "a PDF document", bytes: "%PDF-", advice: NOT_A_TABLE },
  { what: "a ZIP archive or an Excel workbook", bytes: "PK\x03\x04", advice: "Unpack an archive; save a workbook as CSV, one sheet a file" },
  { what: "an old Excel or Word document", bytes: "\xD0\xCF\x11\xE0", advice: SAVE_AS_CSV },
  { what: "a PNG picture", bytes: "\x89PNG", advice: NOT_A_TABLE },
  { what: "a JPEG picture", bytes: "\xFF\xD8\xFF", advice: NOT_A_TABLE },
  { what: "a GIF picture", bytes: "GIF8", advice: NOT_A_TABLE },
  { what: "a gzip archive", bytes: "\x1F\x8B", advice: UNPACK },
  { what: "a 7-Zip archive", bytes: "7z\xBC\xAF", advice: UNPACK },
  { what: "a RAR archive", bytes: "Rar!\x1A", advice: UNPACK },
  { what: "an SQLite database", bytes: "SQLite format 3\0", advice: SAVE_AS_CSV },
  { what: "an HDF5 or MATLAB file", bytes: "\x89HDF", advice: SAVE_AS_CSV },
  { what: "a MATLAB file", bytes: "MATLAB 5.0 MAT-file", advice: SAVE_AS_CSV },
  { what: "a Parquet file", bytes: "PAR1", advice: SAVE_AS_CSV },
  { what: "an RTF document", bytes: "{\\rtf", advice: SAVE_AS_CSV },
  { what: "a DICOM file", bytes: "DICM", at: 128, advice: OPEN_AS_RECORDING },
  { what: "an EDF recording", bytes: "0       ", advice: OPEN_AS_RECORDING },
  { what: "a BDF recording", bytes: "\xFFBIOSEMI", advice: OPEN_AS_RECORDING },
];

const MARKUP = /^\s*<(?:!doctype|!--|html|head|body|table|div|\?xml|svg)/i;
/** The lines that watches write above the samples of an ECG; "Sample rate" alone may also name a column. */
const WATCH_ECG = /^(?:sample rate[,;\t]\s*"?\d|lead[,;\t]\s*"?lead\b)/im;
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*["{[])/;
const WATCH_PREAMBLE_LENGTH = 2000;

/** The refusal of a raw ECG where heart rates are wanted, whether the file or the user says that it is one. */
export function rawEcgProblem(fileName: string): ProblemError {
  return new ProblemError(
    "raw-ecg",
    "this is a raw ECG, not a table of heart rates",
    "Open it as a recording, or export the heart rate or the RR intervals and open that file",
    { file: fileName },
  );
}

/** Throws ProblemError `binary` if the first bytes are those of a well-known format that is no text. */
export function refuseKnownBinary(head: Uint8Array, fileName: string): void {
  const isHere = ({ bytes, at = 0 }: Signature) => Array.from(bytes).every((byte, i) => head[at + i] === byte.charCodeAt(0));
  const found = SIGNATURES.find(isHere);
  if (found) throw new ProblemError("binary", `this is ${found.what}, not a table in text form`, found.advice, { file: fileName });
}

/** Throws ProblemError `html` or `json` if the text is a web page, XML or JSON. */
export function refuseOtherText(headText: string, fileName: string): void {
  if (MARKUP.test(headText)) {
    throw new ProblemError("html", "this is a web page or XML, not a table; a download may have ended on an error page", "Download the CSV file again", {
      file: fileName,
      line: 1,
    });
  }
  if (JSON_START.test(headText)) {
    throw new ProblemError("json", "this is JSON, not a table", "Export the data as CSV", { file: fileName, line: 1 });
  }
}

/** Throws ProblemError `raw-ecg` if the text is the ECG of a watch. */
export function refuseWatchEcg(headText: string, fileName: string): void {
  if (WATCH_ECG.test(headText.slice(0, WATCH_PREAMBLE_LENGTH))) throw rawEcgProblem(fileName);
}
