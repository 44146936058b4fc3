import { CommentText } from "./comment-text.tsx";
import type { ReferenceEntry } from "./reference-entry.ts";
import { entryId, TypeText } from "./type-text.tsx";
import styles from "./reference-list.module.css";

interface ReferenceListProps {
  readonly entries: readonly ReferenceEntry[];
  /** of all types that there are */
  readonly names: ReadonlySet<string>;
}

/** Types one below the other, each with its members. */
export function ReferenceList({ entries, names }: ReferenceListProps) {
  return (
    <div className={styles.list}>
      {entries.map(({ name, comment, extends: extended, type, members }) => (
        <section key={name} aria-labelledby={entryId(name)}>
          <h3 id={entryId(name)} tabIndex={-1}>{name}</h3>
          {comment !== "" && <CommentText text={comment} />}
          {extended.length > 0 && <p className={styles.extends}>With the members of <TypeText type={extended.join(", ")} names={names} /></p>}
          {type !== null && <p><TypeText type={type} names={names} /></p>}
          {members.length > 0 && (
            <dl className={styles.members}>
              {members.map((member, index) => (
                <div key={index}>
                  <dt><code>{member.name}{member.isOptional && "?"}</code></dt>
                  <dd>
                    <TypeText type={member.type} names={names} />
                    {member.comment !== "" && <CommentText text={member.comment} />}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}
