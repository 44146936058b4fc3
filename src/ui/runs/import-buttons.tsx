import { useRef } from "react";
import { Button } from "../shared/button.tsx";
import { fromArchive, fromFolder, type RunSource } from "./run-source.ts";

interface ImportButtonsProps {
  readonly onSource: (source: () => Promise<RunSource>) => void;
}

/** Picks a zipped store of runs, or its folder where the browser can. */
export function ImportButtons({ onSource }: ImportButtonsProps) {
  const archive = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const canPickFolders = "webkitdirectory" in HTMLInputElement.prototype;
  return (
    <>
      <input
        ref={archive} type="file" accept=".zip,application/zip" hidden aria-label="Archive of runs"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = "";
          onSource(() => fromArchive(file));
        }}
      />
      <Button onClick={() => archive.current?.click()}>Import .zip</Button>
      {canPickFolders && (
        <>
          <input
            ref={(input) => {
              folder.current = input;
              // React's types do not know the attribute.
              if (input !== null) input.webkitdirectory = true;
            }}
            type="file" multiple hidden aria-label="Folder of runs"
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              currentTarget.value = "";
              onSource(() => Promise.resolve(fromFolder(files)));
            }}
          />
          <Button onClick={() => folder.current?.click()}>Import folder mlruns</Button>
        </>
      )}
    </>
  );
}
