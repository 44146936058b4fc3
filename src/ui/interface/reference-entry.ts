/** One public type of the programmatic interface, as the reference shows it. */
export interface ReferenceEntry {
  readonly name: string;
  readonly comment: string;
  /** the types it has the members of as well */
  readonly extends: readonly string[];
  /** what the name stands for; null where it has members */
  readonly type: string | null;
  readonly members: readonly ReferenceMember[];
}

export interface ReferenceMember {
  readonly name: string;
  readonly isOptional: boolean;
  /** as TypeScript writes it */
  readonly type: string;
  readonly comment: string;
}
