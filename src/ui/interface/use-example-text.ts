import { useEffect, useState } from "react";
import { exampleUrl } from "./examples.ts";

export type ExampleText = { readonly kind: "loading" } | { readonly kind: "read"; readonly text: string } | { readonly kind: "failed" };

/** The source of an example, as it ships. */
export function useExampleText(file: string): ExampleText {
  const [state, setState] = useState<ExampleText>({ kind: "loading" });
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<ExampleText> => {
      const response = await fetch(exampleUrl(file));
      return response.ok ? { kind: "read", text: await response.text() } : { kind: "failed" };
    };
    read().then((next) => isCurrent && setState(next), () => isCurrent && setState({ kind: "failed" }));
    return () => {
      isCurrent = false;
    };
  }, [file]);
  return state;
}
