/** A task that copies schemas to another registry (Schema Linking). */
export interface Exporter {
  name: string;
  /** Where its schemas go: contexts of the same names (`NONE`), one of its own (`AUTO`), or the one in `context` (`CUSTOM`). */
  contextType?: 'AUTO' | 'CUSTOM' | 'NONE' | 'DEFAULT';
  /** For `CUSTOM`: the context at the destination. */
  context?: string;
  /** Which subjects; `*` at an end stands for any characters. */
  subjects?: string[];
  /** How subjects are called there, with `${subject}` for their name. */
  subjectRenameFormat?: string;
  /** How keys are called there, with `${kek}` for their name. */
  kekRenameFormat?: string;
  /** How the destination is reached: `schema.registry.url` and the like. It can hold credentials. */
  config?: Record<string, string>;
}

/** A change of an exporter; what is absent stays. */
export type ExporterUpdate = Partial<Omit<Exporter, 'name'>>;

/** What most requests about exporters answer with. */
export interface ExporterName {
  name: string;
}

/** How an exporter is doing. */
export interface ExporterStatus {
  name: string;
  state: 'STARTING' | 'RUNNING' | 'PAUSED' | 'ERROR';
  /** How far it has come. */
  offset?: number;
  /** When, in milliseconds since 1970. */
  ts?: number;
  /** Why it stopped. */
  trace?: string;
}
