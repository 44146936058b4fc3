import { useCallback } from "react";
import type { OpenedStore } from "../../../db/accounts/accounts.ts";
import { IdleGuard } from "../idle-guard.tsx";

interface GateIdleGuardProps {
  readonly opened: OpenedStore;
  readonly onLeft: (opened: OpenedStore) => void;
  /** what is lost when nobody uses the page, as a sentence; "" where nothing is */
  readonly lost: string;
}

/** Locks the store again when whoever opened it goes away before they are in the app. */
export function GateIdleGuard({ opened, onLeft, lost }: GateIdleGuardProps) {
  const lock = useCallback(() => onLeft(opened), [opened, onLeft]);
  return <IdleGuard repository={opened.repository} session={opened.session} lock={lock} lost={lost} />;
}
