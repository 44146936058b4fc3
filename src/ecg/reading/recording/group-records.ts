/**
 * Files of several recordings, those of each together, in the order of their names: of WFDB records all that has the name of a
 * header, beside what has no header's name, as the tables of a database; of other forms each file by itself.
 */
export function groupRecords(files: readonly File[]): File[][] {
  const headers = files.filter(({ name }) => /\.hea$/i.test(name)).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  if (headers.length === 0) return files.map((file) => [file]);
  const stems = new Set(headers.map(({ name }) => stemOf(name)));
  const shared = files.filter(({ name }) => !stems.has(stemOf(name)));
  return headers.map((header) => [...files.filter(({ name }) => stemOf(name) === stemOf(header.name)), ...shared]);
}

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, "").toLowerCase();
