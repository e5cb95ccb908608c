import type {
  Config,
  Metadata,
  Mode,
  RuleSet,
  SchemaReference,
  SchemaType,
} from '@srkit/registry-protocol';

/** How much is read: names only; versions, with everything about them but their texts; or their texts too. */
export type SnapshotDetail = 'names' | 'versions' | 'schemas';

/** Which part of a registry is read; everything where nothing is said. */
export interface SnapshotScope {
  /** Names of contexts, `.` for the default one. */
  contexts?: readonly string[];
  /** Qualified subjects, and no others. */
  subjects?: readonly string[];
  /** Only subjects whose name (without its context) begins with this. */
  subjectPrefix?: string;
}

/** Which part of a registry was read. */
export interface ReadParts extends SnapshotScope {
  /**
   * Qualified subjects outside of it that were read too, as something that was read refers to them; only where they were to be
   * read (`includeReferenced`).
   */
  referenced?: readonly string[];
}

/** One version of a subject. Everything about its text but the text itself. */
export interface SnapshotVersion {
  readonly version: number;
  readonly id: number;
  readonly deleted: boolean;
  readonly schemaType: SchemaType;
  /** What the content is recognised by: computed where the server does not say it. */
  readonly guid: string;
  readonly references: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  /** When it was registered, in milliseconds since 1970; older servers do not say it. */
  readonly ts?: number;
  /** The length of the text in bytes of UTF-8. */
  readonly bytes: number;
}

/** One subject. */
export interface SnapshotSubject {
  /** Qualified outside the default context. */
  readonly name: string;
  readonly context: string;
  /** The name without its context. */
  readonly subject: string;
  /** Ascending; empty at the detail `names`. */
  readonly versions: readonly SnapshotVersion[];
  /** Its own configuration; undefined where it inherits, where configurations were not read, or where it is unreadable. */
  readonly config?: Config;
  /** Its own mode; undefined where it inherits, or where modes were not read. */
  readonly mode?: Mode;
}

/** One context. */
export interface SnapshotContext {
  /** `.` for the default one. */
  readonly name: string;
  /** Its own; the default context always answers, with the server's default where it has none. */
  readonly config?: Config;
  readonly mode?: Mode;
}

/**
 * Something that should have been read and could not be. What is unknown is never taken for absent:
 *
 * - `contexts`: there may be contexts that the snapshot does not name;
 * - `subjects`: there may be subjects that it does not name, in `context` or, without one, anywhere;
 * - `versions`: `subject` stands in the snapshot, and has versions that do not, or may have;
 * - `schema`: `version` of `subject` is there in the registry, and not in the snapshot;
 * - `config`, `mode`: those of `subject`, or else of `context`; `.__GLOBAL` is what holds everywhere.
 */
export interface Unreadable {
  readonly what: 'contexts' | 'subjects' | 'versions' | 'schema' | 'config' | 'mode';
  readonly context?: string;
  readonly subject?: string;
  readonly version?: number;
  /** Why, in a sentence. */
  readonly reason: string;
  /** The client's word for it, for example `timeout`. */
  readonly code?: string;
}

/** Where the texts of schemas stay. */
export interface SnapshotTexts {
  /**
   * The text of a content.
   *
   * @throws SnapshotError `text_unknown` when it was not read, `closed` after the snapshot was closed
   */
  read(guid: string): Promise<string>;
}

/** A part of a registry at one time, as plain data. */
export interface Snapshot {
  /** Which registry it is of: a name, or its URL without anything secret. */
  readonly registry: string;
  /** What was read, with names in normal form; of a client in a context its context, where none was named. */
  readonly scope: ReadParts;
  readonly detail: SnapshotDetail;
  readonly includesDeleted: boolean;
  readonly includesConfigs: boolean;
  /** When reading began and ended, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** How many calls of the client were made; repeats are not counted, and probing is one. */
  readonly requests: number;
  /** The default context first, then in order of name. */
  readonly contexts: readonly SnapshotContext[];
  /** In order of context, then of name. */
  readonly subjects: readonly SnapshotSubject[];
  /** What holds for every context (`:.__GLOBAL:`), where it was read and is set. */
  readonly everywhere: { readonly config?: Config; readonly mode?: Mode };
  readonly unreadable: readonly Unreadable[];
  /** Whether somebody wrote while it was read, so that it may mix two states although changed parts were read again. */
  readonly changedWhileRead: boolean;
  readonly texts: SnapshotTexts;
  /** Ends it: texts that lie elsewhere are removed. */
  close(): Promise<void>;
}
