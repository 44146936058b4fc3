import { Fragment } from "react";

/** A comment; what stands between backticks is code. */
export function CommentText({ text }: { readonly text: string }) {
  return <p>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>))}</p>;
}
