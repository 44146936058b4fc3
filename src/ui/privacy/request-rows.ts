import { pageRequests, type WatchedRequests } from "./request-watch.ts";

export interface RequestRow {
  readonly from: "This page" | "Workers";
  readonly origin: string;
  readonly count: number;
  readonly isOwn: boolean;
}

/** Requests by who made them and where they went: foreign origins first. */
export function requestRows(watched: WatchedRequests, ownOrigin: string): readonly RequestRow[] {
  const rows = (from: RequestRow["from"], requests: Readonly<Record<string, number>>) =>
    Object.entries(requests).map(([origin, count]): RequestRow => ({ from, origin, count, isOwn: origin === ownOrigin }));
  return [...rows("This page", pageRequests(watched, ownOrigin)), ...rows("Workers", watched.workers)].sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
}
