import { useSyncExternalStore } from "react";
import { UpdateBanner } from "./update-banner.tsx";
import type { ServiceWorkerWatch } from "./watch-service-worker.ts";

/** A new version, offered before anybody signs in. */
export function UpdateOffer({ serviceWorker }: { readonly serviceWorker: ServiceWorkerWatch }) {
  const { updateReady } = useSyncExternalStore(serviceWorker.subscribe, serviceWorker.state);
  return updateReady ? <UpdateBanner onReload={serviceWorker.reload} isHeld={false} /> : null;
}
