/** Permissive licences: they ask for attribution and nothing of the code around them. */
const ALLOWED: ReadonlySet<string> = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]);

/** Whether a SPDX expression allows the app to ship: all of what is joined by AND, one of what is joined by OR. */
export function isAllowed(licence: string): boolean {
  const text = licence.trim().replace(/^\(([^()]*)\)$/, "$1");
  return text.split(" OR ").some((choice) => choice.split(" AND ").every((part) => ALLOWED.has(part.trim())));
}
