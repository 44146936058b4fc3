import type { Repository } from "../../db/repository.ts";
import { storageSpace } from "../../db/storage-space.ts";
import type { PageFacts } from "./machine-facts.ts";

/** What Chromium alone tells. */
interface HeapMemory {
  readonly usedJSHeapSize: number;
  readonly jsHeapSizeLimit: number;
}

/** What the page can tell of the browser and the device. Never rejects: a store that cannot be opened has no version. */
export async function readPageFacts(appVersion: string, { schemaVersion }: Pick<Repository, "schemaVersion">): Promise<PageFacts> {
  const { memory } = performance as Performance & { readonly memory?: HeapMemory };
  return {
    appVersion,
    schemaVersion: await schemaVersion().catch(() => null),
    userAgent: navigator.userAgent,
    hardwareThreads: (navigator as Partial<Navigator>).hardwareConcurrency ?? null,
    heapBytes: memory?.usedJSHeapSize ?? null,
    heapLimitBytes: memory?.jsHeapSizeLimit ?? null,
    storage: await storageSpace(),
    serviceWorker: await serviceWorkerText(),
  };
}

async function serviceWorkerText(): Promise<string> {
  if (!("serviceWorker" in navigator)) return "This browser has none, or not on this page";
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (registration === undefined) return "Not registered";
  const waiting = registration.waiting === null ? "" : "; a new version waits";
  const controlled = navigator.serviceWorker.controller === null ? ", not yet in charge of this page" : "";
  return `${registration.active === null ? "Being installed" : `Active${controlled}`}${waiting}`;
}
