import { useCallback, useState } from "react";
import type { AccountAdministration } from "../../db/accounts/accounts.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { AccountsTable } from "./accounts-table.tsx";
import { AddAccountCard } from "./add-account-card.tsx";
import { RecoveryCard } from "./recovery-card.tsx";
import { useAnswer } from "./use-answer.ts";

interface ManagedAccountsProps {
  readonly administration: AccountAdministration;
  readonly ownId: string;
}

/** All accounts of the device, for an administrator. */
export function ManagedAccounts({ administration, ownId }: ManagedAccountsProps) {
  const { answer, again } = useAnswer(useCallback(() => administration.list(), [administration]));
  const [said, setSaid] = useState("");
  const changed = (sentence: string) => {
    setSaid(sentence);
    again();
  };
  return (
    <>
      <Card heading="On this device" note={<span role="status">{said}</span>}>
        {answer.kind === "asking" && <p role="status">Reading the accounts …</p>}
        {answer.kind === "failed" && <ProblemAlert problem={answer.problem}><Button onClick={again}>Try again</Button></ProblemAlert>}
        {answer.kind === "answered" && <AccountsTable administration={administration} accounts={answer.value} ownId={ownId} onChanged={changed} />}
      </Card>
      <AddAccountCard administration={administration} onChanged={changed} />
      <RecoveryCard administration={administration} />
    </>
  );
}
