import { EmptyState } from "../ui/shared/empty-state.tsx";

/** An address that names no screen. */
export function UnknownScreen({ address }: { readonly address: string }) {
  return (
    <>
      <h1 tabIndex={-1}>There is no such page</h1>
      <EmptyState
        title="Nothing is lost"
        actions={<><a href="#/">Check a file</a> <a href="#/history">Open History</a></>}
      >
        The address “{address.slice(0, 80)}” leads nowhere in Isoline. Your saved checks are under History.
      </EmptyState>
    </>
  );
}
