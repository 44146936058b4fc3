import { useEffect, useState } from "react";
import styles from "./window-drop.module.css";

interface WindowDropProps {
  /** what is said while files are held over the window */
  readonly invitation: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files dropped anywhere on the window, so that the browser never leaves the page for one. */
export function WindowDrop({ invitation, onFiles }: WindowDropProps) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      if (document.querySelector("dialog:modal") === null) onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return isOver ? <div className={styles.over} aria-hidden="true"><span>{invitation}</span></div> : null;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
