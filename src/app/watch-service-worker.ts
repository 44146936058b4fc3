import { registerSW } from "virtual:pwa-register";

/** A version that the browser has not started after so long is started by a reload of the page. */
const ACTIVATION_MS = 3000;

export interface ServiceWorkerState {
  /** everything the app needs is on this device */
  readonly offlineReady: boolean;
  readonly updateReady: boolean;
}

export interface ServiceWorkerWatch {
  readonly state: () => ServiceWorkerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts the new version. Only this tab reloads: another may be in the middle of a check. */
  readonly reload: () => void;
}

/** Registers the service worker and follows it for as long as the page lives. */
export function watchServiceWorker(): ServiceWorkerWatch {
  const listeners = new Set<() => void>();
  let state: ServiceWorkerState = { offlineReady: false, updateReady: false };
  let isWanted = false;
  let isActivated = false;

  const set = (change: Partial<ServiceWorkerState>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  const activate = registerSW({
    onNeedRefresh: () => set({ updateReady: true }),
    onNeedReload: () => {
      isActivated = true;
      if (isWanted) window.location.reload();
    },
  });
  if ("serviceWorker" in navigator) navigator.serviceWorker.ready.then(() => set({ offlineReady: true }), () => set({ offlineReady: false }));

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload() {
      isWanted = true;
      if (isActivated) {
        window.location.reload();
        return;
      }
      void activate();
      // Chromium puts the start off for as long as the old version is asked for files meanwhile; a navigation is let in by the new one.
      setTimeout(() => {
        if (!isActivated) window.location.reload();
      }, ACTIVATION_MS);
    },
  };
}
