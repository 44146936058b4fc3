import { useState, type MouseEvent, type ReactNode } from "react";
import { AccountMenu } from "../ui/accounts/account-menu.tsx";
import { DemoBanner } from "../ui/accounts/demo-banner.tsx";
import { Button } from "../ui/shared/button.tsx";
import { useKeyboard, useKeys } from "../ui/shared/use-keys.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { formatRoute, navigate, type Route } from "./routes.ts";
import { placeOf } from "./screens.ts";
import { SectionNav } from "./section-nav.tsx";
import type { BackendState } from "./use-backend-name.ts";
import styles from "./shell.module.css";

interface ShellProps {
  readonly route: Route;
  readonly backend: BackendState;
  readonly offlineReady: boolean;
  /** the offer of a new version, if there is one */
  readonly update: ReactNode;
  readonly children: ReactNode;
}

const PLACES = [
  { route: { screen: "check" }, label: "Check", key: "c" },
  { route: { screen: "history" }, label: "History", key: "h" },
  { route: { screen: "models" }, label: "Models", key: "m" },
  { route: { screen: "monitoring" }, label: "Monitoring", key: "o" },
  { route: { screen: "settings" }, label: "System", key: "y" },
] as const;

/** What stays around every screen. */
export function Shell({ route, backend, offlineReady, update, children }: ShellProps) {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useKeyboard();
  useKeys("Everywhere", [
    { keys: "?", label: "Show these keys", run: () => setIsHelpOpen(true) },
    ...PLACES.map((place) => ({ keys: place.key, label: `Go to ${place.label}`, run: () => navigate(place.route) })),
  ]);
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skipToMain}>Skip to content</a>
      {update}
      <header className={styles.header}>
        <a className={styles.name} href="#/">Isoline</a>
        <nav aria-label="Main" className={styles.nav}>
          {PLACES.map((place) => (
            <a
              key={place.key}
              href={formatRoute(place.route)}
              aria-current={placeOf(route) === place.route.screen ? (route.screen === place.route.screen ? "page" : true) : undefined}
              aria-keyshortcuts={place.key}
            >
              {place.label}
            </a>
          ))}
        </nav>
        <ul className={styles.badges} aria-label="State of the app">
          <li title={backend.kind === "unknown" ? backend.why : "Computes the neural networks"}>{backendText(backend)}</li>
          <li>{offlineReady ? "Offline ready" : "Online only"}</li>
          <li><a href={formatRoute({ screen: "privacy" })}>Nothing leaves this device</a></li>
        </ul>
        <AccountMenu accountsHref={formatRoute({ screen: "accounts" })} />
        <Button onClick={() => setIsHelpOpen(true)} keys="?" aria-label="Keyboard help" title="Keyboard help (?)">?</Button>
      </header>
      <DemoBanner />
      <main id="main" tabIndex={-1} className={styles.main}>
        <SectionNav route={route} />
        {children}
      </main>
      <footer className={styles.footer}>Research use only — not a medical device; not for diagnosis</footer>
      {isHelpOpen && <HelpDialog onClose={() => setIsHelpOpen(false)} />}
    </>
  );
}

function backendText(backend: BackendState): string {
  switch (backend.kind) {
    case "asking":
      return "Finding backend";
    case "known":
      return backend.name;
    case "unknown":
      return "No backend";
  }
}

/** The hash is the route, so the link moves the focus itself. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
