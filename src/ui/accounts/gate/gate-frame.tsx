import { useEffect, useRef, type ReactNode } from "react";
import styles from "./gate-frame.module.css";

interface GateFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands around each screen before the app. Its heading takes the focus as it appears, unless a field has taken it. */
export function GateFrame({ title, children }: GateFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Isoline`;
    if (frame.current?.contains(document.activeElement) === false) heading.current?.focus();
  }, [title]);
  return (
    <div ref={frame} className={styles.frame}>
      <header className={styles.header}>
        <span className={styles.name}>Isoline</span>
        <span>Nothing leaves this device</span>
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {children}
      </main>
      <footer className={styles.footer}>Research use only — not a medical device; not for diagnosis</footer>
    </div>
  );
}
