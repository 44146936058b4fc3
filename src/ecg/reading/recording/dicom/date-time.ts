import type { DataSet } from "dicom-parser";

/** DICOM's DA, yyyymmdd, as yyyy-mm-dd; null where it is no day of the calendar. */
export function isoDate(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  return match && isoTime(`${match[1]}-${match[2]}-${match[3]}`, "000000") !== null ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

/** Elements of date and time, from the moment of acquisition to that of the study. */
const DATES_AND_TIMES = [["x00080022", "x00080032"], ["x00080023", "x00080033"], ["x00080020", "x00080030"]] as const;

/** When the recording began, local time as ISO 8601 without a zone: the acquisition's DT, else the nearest pair of DA and TM. */
export function startTimeOf(dataSet: DataSet): string | null {
  const acquired = dataSet.string("x0008002a") ?? "";
  const candidates: [date: string, time: string][] = [
    [acquired.slice(0, 8), acquired.slice(8).split(/[-+&]/, 1)[0]],
    ...DATES_AND_TIMES.map(([date, time]): [string, string] => [dataSet.string(date) ?? "", dataSet.string(time) ?? ""]),
  ];
  for (const [date, time] of candidates) {
    const day = isoDate(date);
    const start = day === null || time === "" ? null : isoTime(day, time);
    if (start !== null) return start;
  }
  return null;
}

/** TM is hh, hhmm, hhmmss or hhmmss.ffffff. */
function isoTime(day: string, time: string): string | null {
  const match = /^(\d{2})(\d{2})?(\d{2})?(\.\d+)?$/.exec(time) as readonly (string | undefined)[] | null;
  if (!match) return null;
  const start = new Date(`${day}T${match[1] ?? ""}:${match[2] ?? "00"}:${match[3] ?? "00"}${match[4]?.slice(0, 4) ?? ""}Z`);
  const isValid = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
  return isValid ? start.toISOString().slice(0, -1) : null;
}
