import type { Accounts, OpenedStore } from "../db/accounts/accounts.ts";
import { installInterface } from "../interface/install-interface.ts";
import { GateFrame } from "../ui/accounts/gate/gate-frame.tsx";
import { Gate } from "../ui/accounts/gate/gate.tsx";
import { BackendNotice } from "../ui/diagnostics/backend-notice.tsx";
import { StoreNotice } from "../ui/history/store-notice.tsx";
import { ServicesContext, type LockReason } from "../ui/shared/services.ts";
import { ToastProvider } from "../ui/shared/toast-provider.tsx";
import { App } from "./app.tsx";
import { drawIn } from "./draw-in.tsx";
import { keepLeftPlace, leftPlace } from "./left-place.ts";
import { openServices, type OpenServices } from "./open-services.ts";
import { UpdateOffer } from "./update-offer.tsx";
import { watchServiceWorker } from "./watch-service-worker.ts";

const WHY: Readonly<Record<LockReason, string>> = {
  asked: "Isoline is locked.",
  idle: "Isoline locked itself, since nobody was using it.",
  elsewhere: "Isoline was locked in another tab.",
  changed: "Isoline was locked, since an administrator changed your account. Sign in again; if that is refused, ask them.",
};

/** What tabs tell each other: to lock, all of them or those of one account. */
interface LockMessage {
  readonly why: LockReason;
  /** null: whoever works there */
  readonly accountId: string | null;
}

/** The page's life: the way in, the app of whoever came in, and the way in again once it is locked. */
export function runApp(place: HTMLElement, accounts: Accounts, appVersion: string): void {
  const draw = drawIn(place);
  const calls = installInterface(appVersion, window);
  const serviceWorker = watchServiceWorker();
  const otherTabs = new BroadcastChannel("isoline-lock");
  const tell = (message: LockMessage) => otherTabs.postMessage(message);
  const left = leftPlace();
  let open: OpenServices | null = null;

  function enter(opened: OpenedStore): void {
    // The one who was here goes on where they were; anybody else begins at the beginning.
    if (left !== null) window.history.replaceState(null, "", left.accountId === opened.session.accountId ? left.hash : "#/");
    keepLeftPlace(null);
    open = openServices(opened, appVersion, lock);
    const { analysis, repository } = open.services;
    calls.open({ analysis, repository, appVersion });
    draw(
      <ServicesContext value={open.services}>
        <ToastProvider>
          <BackendNotice />
          <App appVersion={appVersion} serviceWorker={serviceWorker} refusedAttempts={opened.refusedAttempts} unlogged={opened.unlogged} />
        </ToastProvider>
      </ServicesContext>,
    );
    // On the way in there was nobody to tell that an administrator changed the account.
    void opened.administration?.isUnchanged().then((isUnchanged) => {
      if (!isUnchanged) lock("changed");
    });
  }

  function lock(why: LockReason): void {
    if (open === null) return;
    const { services: { session, repository }, dispose } = open;
    open = null;
    const isAccount = session.kind === "account";
    if (isAccount) keepLeftPlace({ accountId: session.accountId, name: session.name, hash: window.location.hash || "#/", why });
    if (isAccount && (why === "asked" || why === "idle")) tell({ why: "elsewhere", accountId: null });
    window.history.replaceState(null, "", "#/");
    calls.lock();
    draw(<GateFrame title="Isoline is locked">{null}</GateFrame>);
    void repository.writesEnded().then(() => {
      dispose();
      // Libraries keep in caches of their own what they were given last (Recharts its points): only another document is sure to hold nothing of it.
      window.location.reload();
    });
  }

  /** Whoever was given a recovery key, or was to choose a passphrase, went away. */
  function leaveGate({ session, repository }: OpenedStore): void {
    if (session.kind === "account") keepLeftPlace({ accountId: session.accountId, name: session.name, hash: window.location.hash || "#/", why: "idle" });
    draw(<GateFrame title="Isoline is locked">{null}</GateFrame>);
    repository.close();
    window.location.reload();
  }

  // The demo of another tab is nobody's session.
  otherTabs.addEventListener("message", ({ data: { why, accountId } }: MessageEvent<LockMessage>) => {
    const session = open?.services.session;
    if (session?.kind === "account" && (accountId ?? session.accountId) === session.accountId) lock(why);
  });
  accounts.watchChanges((accountId) => tell({ why: "changed", accountId }));
  draw(
    <>
      <UpdateOffer serviceWorker={serviceWorker} />
      <StoreNotice watch={accounts.watchConnection} />
      <Gate accounts={accounts} lastName={left?.name ?? ""} why={left === null ? "" : WHY[left.why]} onOpened={enter} onLeft={leaveGate} />
    </>,
  );
}
