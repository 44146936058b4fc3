/** The examples that ship beside the app, in public/examples: what is shown is what runs. */
export const EXAMPLES = [
  { file: "predict-twelve-lead.js", title: "Ask the twelve-lead model in the shape of the published service" },
  { file: "predict-heart-rates.js", title: "Score heart rates" },
  { file: "check-file.js", title: "Check a file, and answer its question; the check is saved" },
  { file: "subscribe.js", title: "Be told of results; a check is saved" },
  { file: "errors.js", title: "Read an error" },
] as const;

export const EMBED_EXAMPLE = "embed.js";

export const exampleUrl = (file: string): string => new URL(`examples/${file}`, document.baseURI).href;

/** Runs an example as a script of this page would. */
export async function runExample(file: string): Promise<unknown> {
  const module = (await import(/* @vite-ignore */ exampleUrl(file))) as { readonly default: (isoline: unknown) => Promise<unknown> };
  return module.default((window as { readonly isoline?: unknown }).isoline);
}
