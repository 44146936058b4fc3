import { useCallback, useEffect, useState } from "react";
import type { Accounts, OpenedStore } from "../../../db/accounts/accounts.ts";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import { isAllowed } from "../../../lifecycle/accounts/permission.ts";
import { useDelayed } from "../../shared/use-delayed.ts";
import { FirstAccountScreen } from "./first-account-screen.tsx";
import { GateFrame } from "./gate-frame.tsx";
import { GateIdleGuard } from "./gate-idle-guard.tsx";
import { GivenPassphraseScreen } from "./given-passphrase-screen.tsx";
import { NoStoreScreen } from "./no-store-screen.tsx";
import { RecoverScreen } from "./recover-screen.tsx";
import { RecoveryKeyScreen } from "./recovery-key-screen.tsx";
import { SignInScreen } from "./sign-in-screen.tsx";

type GateState =
  | { readonly kind: "asking" }
  | { readonly kind: "no-store"; readonly problem: Problem }
  | { readonly kind: "first" }
  | { readonly kind: "sign-in" }
  | { readonly kind: "recover" }
  | { readonly kind: "recovery-key"; readonly opened: OpenedStore; readonly recoveryKey: string; readonly isAnother: boolean }
  | { readonly kind: "given-passphrase"; readonly opened: OpenedStore; readonly given: string };

interface GateProps {
  readonly accounts: Accounts;
  /** who was signed in when it was locked; "" where nobody was */
  readonly lastName: string;
  /** why the app is locked, as a sentence; "" at the start of the page */
  readonly why: string;
  readonly onOpened: (opened: OpenedStore) => void;
  /** somebody came in as far as a recovery key or a passphrase to choose, and nobody has used the page since */
  readonly onLeft: (opened: OpenedStore) => void;
}

/** The way into the app: by a first account, by signing in, or without any. */
export function Gate({ accounts, lastName, why, onOpened, onLeft }: GateProps) {
  const [state, setState] = useState<GateState>({ kind: "asking" });
  const isSlow = useDelayed(state.kind === "asking");

  const ask = useCallback(() => {
    accounts.exist().then(
      (exist) => setState({ kind: exist ? "sign-in" : "first" }),
      (cause: unknown) => setState({ kind: "no-store", problem: toProblem(cause) }),
    );
  }, [accounts]);
  useEffect(ask, [ask]);

  const demo = () => {
    accounts.demo().then(onOpened, (cause: unknown) => setState({ kind: "no-store", problem: toProblem(cause) }));
  };

  /** `passphrase`: what was typed; "" with a passkey, which cannot make a recovery key. */
  async function signedIn(opened: OpenedStore, passphrase: string): Promise<void> {
    const { session, administration } = opened;
    if (opened.mustChangePassphrase) setState({ kind: "given-passphrase", opened, given: passphrase });
    else if (passphrase !== "" && administration !== null && isAllowed(session, "manage accounts") && (await administration.lacksRecoveryKey())) {
      setState({ kind: "recovery-key", opened, recoveryKey: await administration.replaceRecoveryKey(passphrase), isAnother: true });
    } else onOpened(opened);
  }

  switch (state.kind) {
    case "asking":
      return <GateFrame title="Isoline">{isSlow && <p role="status">Opening what is kept on this device …</p>}</GateFrame>;
    case "no-store":
      return <NoStoreScreen problem={state.problem} onRetry={ask} onDemo={demo} />;
    case "first":
      return <FirstAccountScreen accounts={accounts} onCreated={(created) => setState({ kind: "recovery-key", ...created, isAnother: false })} onDemo={demo} />;
    case "recovery-key":
      return (
        <>
          <RecoveryKeyScreen
            recoveryKey={state.recoveryKey} isAnother={state.isAnother}
            onKept={async () => {
              await state.opened.administration?.keepRecoveryKey(state.recoveryKey);
              onOpened(state.opened);
            }}
          />
          <GateIdleGuard opened={state.opened} onLeft={onLeft} lost="This recovery key opens nothing then: the next administrator to sign in is given another." />
        </>
      );
    case "sign-in":
      return (
        <SignInScreen
          accounts={accounts} lastName={lastName} why={why} onDemo={demo}
          onSignedIn={signedIn}
          onRecover={() => setState({ kind: "recover" })}
        />
      );
    case "recover":
      return <RecoverScreen accounts={accounts} onRecovered={onOpened} onBack={() => setState({ kind: "sign-in" })} />;
    case "given-passphrase":
      return (
        <>
          <GivenPassphraseScreen opened={state.opened} given={state.given} onChanged={() => onOpened(state.opened)} />
          <GateIdleGuard opened={state.opened} onLeft={onLeft} lost="" />
        </>
      );
  }
}
