import { useSyncExternalStore } from "react";
import { startRequestWatch, type WatchedRequests } from "./request-watch.ts";

/** Begins as the app is loaded, not as the page about it is opened. */
const watch = startRequestWatch();

export const useRequestWatch = (): WatchedRequests => useSyncExternalStore(watch.subscribe, watch.current);
