import { Button } from "../../shared/button.tsx";
import { useToast } from "../../shared/toast.ts";
import styles from "./copyable-hash.module.css";

interface CopyableHashProps {
  /** lower-case hex */
  readonly hash: string;
  /** whose it is, for the button's name */
  readonly of: string;
}

const SHOWN_DIGITS = 12;

/** The first digits of a hash, and the whole of it for the clipboard. */
export function CopyableHash({ hash, of }: CopyableHashProps) {
  const toast = useToast();
  const copy = () => {
    navigator.clipboard.writeText(hash).then(
      () => toast({ message: `SHA-256 of ${of} copied` }),
      () => toast({ message: `The browser did not allow copying. SHA-256 of ${of}: ${hash}` }),
    );
  };
  return (
    <>
      <code className={styles.hash} title={hash}>{hash.slice(0, SHOWN_DIGITS)}</code>{" "}
      <Button variant="link" aria-label={`Copy SHA-256 of ${of}`} onClick={copy}>Copy</Button>
    </>
  );
}
