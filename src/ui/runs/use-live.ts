import { useLiveQuery } from "dexie-react-hooks";
import { toProblem, type Problem } from "../../ecg/problem.ts";

export type Live<T> = { readonly kind: "reading" } | { readonly kind: "read"; readonly value: T } | { readonly kind: "failed"; readonly problem: Problem };

/** What the store holds, followed as it changes; a failure to read it is part of the answer. */
export function useLive<T>(read: () => Promise<T>, dependencies: readonly unknown[]): Live<T> {
  const answer = useLiveQuery(
    async (): Promise<Live<T>> => {
      try {
        return { kind: "read", value: await read() };
      } catch (cause) {
        return { kind: "failed", problem: toProblem(cause) };
      }
    },
    [...dependencies],
  );
  return answer ?? { kind: "reading" };
}
