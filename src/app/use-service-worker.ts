import { useEffect, useRef, useState } from "react";
import { registerSW } from "virtual:pwa-register";

export interface ServiceWorkerState {
  /** everything the app needs is on this device */
  readonly offlineReady: boolean;
  readonly updateReady: boolean;
  /** Starts the new version. Only this tab reloads: another may be in the middle of a check. */
  readonly reload: () => void;
}

export function useServiceWorker(): ServiceWorkerState {
  const [offlineReady, setOfflineReady] = useState(false);
  const [updateReady, setUpdateReady] = useState(false);
  const updating = useRef({ wanted: false, activated: false, activate: () => Promise.resolve() });

  useEffect(() => {
    const { current } = updating;
    current.activate = registerSW({
      onNeedRefresh: () => setUpdateReady(true),
      onNeedReload: () => {
        current.activated = true;
        if (current.wanted) window.location.reload();
      },
    });
    if (!("serviceWorker" in navigator)) return;
    let isMounted = true;
    navigator.serviceWorker.ready.then(
      () => isMounted && setOfflineReady(true),
      () => isMounted && setOfflineReady(false),
    );
    return () => {
      isMounted = false;
    };
  }, []);

  return {
    offlineReady,
    updateReady,
    reload: () => {
      updating.current.wanted = true;
      if (updating.current.activated) window.location.reload();
      else void updating.current.activate();
    },
  };
}
