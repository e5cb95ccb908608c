import { defaultContext, globalContext, type Mode } from '@srkit/registry-protocol';
import {
  type ConfigFacts,
  type ConfigField,
  configFacts,
  configUpdate,
} from '../reading/config-fields.ts';
import {
  configInForce,
  modeInForce,
  type SettingPlace,
  type SettingSource,
} from '../reading/setting-in-force.ts';
import { ToolError } from '../tool-error.ts';
import { type Refusal, refusedByMode } from './refusal.ts';

/** A change of a configuration: fields that are set, and fields that lose their value. Everything else stays. */
export interface ConfigChange {
  set: ConfigFacts;
  clear: readonly ConfigField[];
}

/** What a change of a configuration would do. */
export interface ConfigPlan {
  /** What applies now, and where it comes from. */
  before: ConfigFacts;
  before_source: SettingSource;
  /** What the record would hold. */
  after: ConfigFacts;
  mode: Mode;
  mode_source: SettingSource;
  /** Absent when the registry would do it. */
  would_be_refused?: Refusal;
  warnings?: string[];
}

/** What a change did, or with `dry_run` would do. */
export interface ConfigChanged extends ConfigPlan {
  dry_run: boolean;
}

/** How to change something. */
export interface ChangeOptions {
  /** Only say what would happen. */
  dryRun: boolean;
  signal: AbortSignal;
}

/**
 * Changes a configuration, or says what that would do.
 *
 * @throws ToolError `invalid_arguments` for a change of nothing, or of a field both ways
 */
export async function changeConfig(
  place: SettingPlace,
  change: ConfigChange,
  { dryRun, signal }: ChangeOptions,
): Promise<ConfigChanged> {
  requireChange(change);
  const plan = await planConfigChange(place, change, { signal });
  if (dryRun) return { dry_run: true, ...plan };
  const after = await applyConfigChange(place, change, { signal });
  return { dry_run: false, ...done(plan), after };
}

/** Removes a subject's own configuration, or says what that would do. */
export async function removeConfig(
  place: SettingPlace & { subject: string },
  { dryRun, signal }: ChangeOptions,
): Promise<ConfigChanged & { after_source: SettingSource }> {
  const { client, context, subject } = place;
  const [before, after, mode] = await Promise.all([
    configInForce(place, { signal }),
    configInForce({ client, context }, { signal }),
    modeInForce(place, { signal }),
  ]);
  const nothing =
    before.source === 'subject'
      ? undefined
      : { code: 'subject_not_found', reason: 'The subject has no configuration of its own.' };
  const refused = refusedByMode(mode.value) ?? nothing;
  const plan = {
    before: configFacts(before.value),
    before_source: before.source,
    after: configFacts(after.value),
    after_source: after.source,
    mode: mode.value,
    mode_source: mode.source,
    ...(refused && { would_be_refused: refused }),
  };
  if (dryRun) return { dry_run: true, ...plan };
  await client.config.delete(subject, { signal });
  return { dry_run: false, ...done(plan) };
}

/** Decides what a change would do. Reads only. */
async function planConfigChange(
  place: SettingPlace,
  { set, clear }: ConfigChange,
  options: { signal: AbortSignal },
): Promise<ConfigPlan> {
  const [config, mode] = await Promise.all([
    configInForce(place, options),
    modeInForce(place, options),
  ]);
  const before = configFacts(config.value);
  const hasRecord = isOwn(place, config.source);
  const refused = refusedByMode(mode.value);
  const warning = levelWarning(before, { set, clear }, hasRecord);
  return {
    before,
    before_source: config.source,
    after: { ...(hasRecord ? without(before, clear) : {}), ...set },
    mode: mode.value,
    mode_source: mode.source,
    ...(refused && { would_be_refused: refused }),
    ...(warning !== undefined && { warnings: [warning] }),
  };
}

/** Makes the change. A record that is left with nothing in it is removed: it would hide what is inherited. */
async function applyConfigChange(
  { client, subject }: SettingPlace,
  { set, clear }: ConfigChange,
  { signal }: { signal: AbortSignal },
): Promise<ConfigFacts> {
  const update = configUpdate(set, clear);
  const stored =
    subject === undefined
      ? await client.config.updateGlobal(update, { signal })
      : await client.config.update(subject, update, { signal });
  const after = configFacts(stored);
  if (Object.keys(after).length === 0 && clear.length > 0) {
    await (subject === undefined
      ? client.config.deleteGlobal({ signal })
      : client.config.delete(subject, { signal }));
  }
  return after;
}

function requireChange({ set, clear }: ConfigChange): void {
  const fields = Object.keys(configUpdate(set, []));
  if (fields.length === 0 && clear.length === 0) {
    throw new ToolError(
      'invalid_arguments',
      'Nothing is to be changed: give a field, or clear one.',
    );
  }
  const both = clear.find((field) => set[field] !== undefined);
  if (both !== undefined) {
    throw new ToolError('invalid_arguments', `'${both}' is both given and in 'clear'.`);
  }
}

/** A plan that was carried out: what it said of a refusal did not come true. */
function done<Plan extends { would_be_refused?: Refusal }>(
  plan: Plan,
): Omit<Plan, 'would_be_refused'> {
  const { would_be_refused: _, ...facts } = plan;
  return facts;
}

/** Whether what applies is the record of the place itself. */
export function isOwn({ context, subject }: SettingPlace, source: SettingSource): boolean {
  if (subject !== undefined) return source === 'subject';
  return source === 'context' || context === defaultContext || context === globalContext;
}

function without(facts: ConfigFacts, fields: readonly ConfigField[]): ConfigFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([field]) => !fields.some((one) => one === field)),
  );
}

// Configurations apply by whole records: one without a level does not pass on the level above it.
function levelWarning(
  before: ConfigFacts,
  { set, clear }: ConfigChange,
  hasRecord: boolean,
): string | undefined {
  const loses = hasRecord ? clear.includes('compatibility') : Object.keys(set).length > 0;
  if (!loses || set.compatibility !== undefined) return undefined;
  const level = hasRecord ? 'the one above it' : `the inherited ${String(before.compatibility)}`;
  return `A record without 'compatibility' gets the server's default level, not ${level}. Set 'compatibility' too if that is not meant.`;
}
