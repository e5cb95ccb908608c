import {
  type CompatibilityLevel,
  type Config,
  defaultContext,
  globalContext,
  isCompatibilityLevel,
} from '@srkit/registry-protocol';
import { indexesOf } from './indexes.ts';
import type { Snapshot, SnapshotSubject } from './snapshot.ts';
import { unknownPartsOf } from './unknown-parts.ts';

/**
 * Where a configuration stands: on the `subject`, on its `context`, in `everywhere` (`:.__GLOBAL:`), on the `default_context`,
 * whose answer is the server's default where nothing is set there; or `assumed`, as it was not read.
 */
export type ConfigSource = 'subject' | 'context' | 'everywhere' | 'default_context' | 'assumed';

/** The configuration in force for a subject's schemas. */
export interface EffectiveConfig {
  readonly config: Config;
  readonly level: CompatibilityLevel;
  readonly source: ConfigSource;
  /** Why it is assumed. */
  readonly unknown?: string;
}

/** What a registry has where nothing is set, and nobody said otherwise to it. */
const usualLevel: CompatibilityLevel = 'BACKWARD';

// A subject's own record takes these from the default context's, even where the subject lives in another context.
const taken = [
  'normalize',
  'validateFields',
  'validateNewSchemas',
  'validateRules',
  'compatibilityPolicy',
  'compatibilityGroup',
] as const satisfies readonly (keyof Config)[];

/**
 * The configuration in force for a subject, as a registry decides it: the nearest record as a whole.
 *
 * @returns the level BACKWARD, `assumed`, where configurations were not read or could not be
 */
export function effectiveConfig(snapshot: Snapshot, subject: SnapshotSubject): EffectiveConfig {
  const unknown = unknownPartsOf(snapshot);
  const { contexts } = indexesOf(snapshot);
  const defaults = contexts.get(defaultContext)?.config;
  const own = contexts.get(subject.context)?.config;
  const chain = [
    ['subject', subject.config, { subject: subject.name }],
    ['context', own, { context: subject.context }],
    ['everywhere', snapshot.everywhere.config, { context: globalContext }],
    ['default_context', defaults, { context: defaultContext }],
  ] as const;
  for (const [source, config, owner] of chain) {
    const why = unknown.setting('config', owner);
    if (why) return assumed(why.reason);
    if (config === undefined) continue;
    const filled = source === 'subject' ? { ...pick(defaults), ...config } : config;
    const { compatibilityLevel: level } = config;
    if (level === undefined || !isCompatibilityLevel(level)) {
      return { ...assumed(`The configuration names no level that is known here.`), config: filled };
    }
    return { config: filled, level, source };
  }
  return assumed(
    'Neither the subject nor its context has a configuration, and what else applies was not read.',
  );
}

function assumed(reason: string): EffectiveConfig {
  return { config: {}, level: usualLevel, source: 'assumed', unknown: reason };
}

function pick(config: Config | undefined): Config {
  if (config === undefined) return {};
  return Object.fromEntries(
    taken.flatMap((field) => (config[field] === undefined ? [] : [[field, config[field]]])),
  );
}
