/** What a worker tells the page of its requests: how many went to which origin; no addresses. */
export interface RequestReport {
  /** drawn at random by the worker */
  readonly worker: string;
  readonly requests: Readonly<Record<string, number>>;
}

/** The BroadcastChannel that reports go through. */
export const REQUEST_CHANNEL = "isoline-requests";

/** The origin of a request by its address; an address that is none is its own. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** How many of these addresses belong to each origin, added to what was counted. */
export function countOrigins(counted: Readonly<Record<string, number>>, urls: readonly string[]): Record<string, number> {
  const counts = new Map(Object.entries(counted));
  for (const url of urls) counts.set(originOf(url), (counts.get(originOf(url)) ?? 0) + 1);
  return Object.fromEntries(counts);
}
