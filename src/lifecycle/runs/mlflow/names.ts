/**
 * Names of parameters, metrics and tags as paths of MLflow's file store, and back. MLflow takes letters, digits and `_ . / -`
 * and space; a slash makes a folder (mlflow/utils/validation.py). Anything else, and what a file system would not keep, becomes
 * `_xHHHH_`, the UTF-16 code unit in hex, as in Office Open XML's ST_Xstring.
 */
const EMPTY = "_x_";
const ESCAPED = /_x([0-9A-F]{4})_/g;

/** Outside what MLflow takes; a dot or space that ends a folder's or file's name; a slash that would leave a name empty; what reads as an escape. */
const TO_ESCAPE = /[^A-Za-z0-9_./ -]|[. ](?=\/|$)|(?<=^|\/)\/|\/(?=$)|_(?=x)/g;

export function encodeName(name: string): string {
  return name === "" ? EMPTY : name.replace(TO_ESCAPE, escaped);
}

export function decodeName(path: string): string {
  return path === EMPTY ? "" : path.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The path of each name: where one is also the folder of another (“loss”, “loss/beat”), the other's slashes are escaped. */
export function namePaths(names: Iterable<string>): ReadonlyMap<string, string> {
  const paths = new Map([...names].map((name) => [name, encodeName(name)]));
  const taken = new Set(paths.values());
  const isBelowAnother = (path: string) => [...path.matchAll(/\//g)].some(({ index }) => taken.has(path.slice(0, index)));
  return new Map([...paths].map(([name, path]) => [name, isBelowAnother(path) ? path.replaceAll("/", escaped) : path]));
}

/** The path with its first character escaped: another path for the same name. */
export const setApart = (path: string): string => escaped(path) + path.slice(1);

/** The first code unit of `text`. */
function escaped(text: string): string {
  return `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
