import { formatCount } from "../shared/format.ts";

const TEXTS_LISTED = 4;

/** The first texts, and how many more there are: the report stays on its page. */
export function firstOf(texts: readonly string[], separator: string): string {
  const more = texts.length - TEXTS_LISTED;
  return texts.slice(0, TEXTS_LISTED).join(separator) + (more > 0 ? `${separator}(and ${formatCount(more)} more)` : "");
}
