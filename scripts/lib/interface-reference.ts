import { fileURLToPath } from "node:url";
import { Application, ReflectionKind, type Comment, type DeclarationReflection } from "typedoc";
import type { ReferenceEntry, ReferenceMember } from "../../src/ui/interface/reference-entry.ts";

const TYPES = fileURLToPath(new URL("../../src/interface/types.ts", import.meta.url));

/** The public types of the programmatic interface in the order of their file, as typedoc reads them. */
export async function interfaceReference(): Promise<ReferenceEntry[]> {
  const application = await Application.bootstrap({ entryPoints: [TYPES], excludeExternals: true, skipErrorChecking: true, disableSources: true, sort: ["source-order"], logLevel: "Error" });
  const project = await application.convert();
  if (project === undefined) throw new Error(`typedoc could not read ${TYPES}.`);
  const order = Array.from(project.children ?? []).sort((a, b) => a.id - b.id);
  return order.map(entryOf);
}

function entryOf(entry: DeclarationReflection): ReferenceEntry {
  const { name, comment, type, children, extendedTypes } = entry;
  return {
    name,
    comment: textOf(comment),
    extends: (extendedTypes ?? []).map(String),
    type: entry.kind === ReflectionKind.TypeAlias && type !== undefined ? String(type) : null,
    members: (children ?? []).filter(({ inheritedFrom }) => inheritedFrom === undefined).flatMap(membersOf),
  };
}

/** One for a property, one for each signature of a method. */
function membersOf({ name, flags, comment, type, signatures }: DeclarationReflection): ReferenceMember[] {
  if (signatures === undefined) return [{ name, isOptional: flags.isOptional, type: String(type), comment: textOf(comment) }];
  return signatures.map((signature) => ({
    name,
    isOptional: false,
    type: `(${(signature.parameters ?? []).map((parameter) => `${parameter.name}: ${String(parameter.type)}`).join(", ")}) => ${String(signature.type)}`,
    comment: textOf(signature.comment),
  }));
}

const textOf = (comment: Comment | undefined): string => (comment?.summary ?? []).map(({ text }) => text).join("");
