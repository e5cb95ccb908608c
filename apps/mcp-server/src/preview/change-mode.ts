import { defaultContext, everyContext, globalContext, type Mode } from '@srkit/registry-protocol';
import { nameInside } from '../policy/resolve-place.ts';
import { listSubjects } from '../reading/list-subjects.ts';
import {
  type InForce,
  modeInForce,
  type SettingPlace,
  type SettingSource,
} from '../reading/setting-in-force.ts';
import { versionsOf } from '../reading/versions-of.ts';
import { type ChangeOptions, isOwn } from './change-config.ts';
import type { Refusal } from './refusal.ts';

/** A change of a mode; `INHERIT` removes the place's own. */
export interface ModeChange {
  mode: Mode | 'INHERIT';
  /** To IMPORT although live subjects exist. */
  force: boolean;
}

/** What a change of a mode would do. */
export interface ModePlan {
  /** What applies now, and where it comes from. */
  before: Mode;
  before_source: SettingSource;
  after: Mode;
  after_source: SettingSource;
  /** Absent when the registry would do it. */
  would_be_refused?: Refusal;
  /** Softly deleted subjects whose versions would be deleted for good. */
  deletes_permanently?: string[];
  warnings?: string[];
}

/** What a change did, or with `dry_run` would do. */
export interface ModeChanged extends ModePlan {
  dry_run: boolean;
}

/** Changes a mode, or says what that would do. */
export async function changeMode(
  place: SettingPlace,
  change: ModeChange,
  { dryRun, signal }: ChangeOptions,
): Promise<ModeChanged> {
  const plan = await planModeChange(place, change, { signal });
  if (dryRun) return { dry_run: true, ...plan };
  await applyModeChange(place, change, { signal });
  const { would_be_refused: _, ...facts } = plan;
  return { dry_run: false, ...facts };
}

/** Decides what a change would do. Reads only. */
async function planModeChange(
  place: SettingPlace,
  { mode, force }: ModeChange,
  { signal }: { signal: AbortSignal },
): Promise<ModePlan> {
  const before = await modeInForce(place, { signal });
  const after: InForce<Mode> =
    mode === 'INHERIT'
      ? await modeAbove(place, signal)
      : { value: mode, source: sourceOfOwn(place) };
  const plan: ModePlan = {
    before: before.value,
    before_source: before.source,
    after: after.value,
    after_source: after.source,
  };
  if (mode === 'INHERIT') return { ...plan, ...withoutRecord(place, before.source) };
  if (mode === 'FORWARD' && place.context !== globalContext) {
    const reason = "FORWARD is possible only for the whole registry: context '__GLOBAL'.";
    return { ...plan, would_be_refused: { code: 'invalid_mode', reason } };
  }
  if (mode !== 'IMPORT' || before.value === 'IMPORT') return plan;
  return { ...plan, ...(await importEffects(place, force, signal)) };
}

/** Makes the change. */
async function applyModeChange(
  { client, subject }: SettingPlace,
  { mode, force }: ModeChange,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const options = { signal, ...(force && { force }) };
  if (mode === 'INHERIT') {
    await (subject === undefined
      ? client.mode.deleteGlobal({ signal })
      : client.mode.delete(subject, { signal }));
  } else if (subject === undefined) {
    await client.mode.setGlobal(mode, options);
  } else {
    await client.mode.set(subject, mode, options);
  }
}

function sourceOfOwn({ context, subject }: SettingPlace): SettingSource {
  if (subject !== undefined) return 'subject';
  return context === defaultContext || context === globalContext ? 'registry' : 'context';
}

async function modeAbove(
  { client, context, subject }: SettingPlace,
  signal: AbortSignal,
): Promise<InForce<Mode>> {
  if (subject !== undefined) return modeInForce({ client, context }, { signal });
  if (context === globalContext) return { value: 'READWRITE', source: 'registry' };
  return modeInForce(
    { client: client.inContext(globalContext), context: globalContext },
    { signal },
  );
}

function withoutRecord(place: SettingPlace, source: SettingSource): { would_be_refused?: Refusal } {
  if (isOwn(place, source)) return {};
  const name = place.subject === undefined ? 'The context' : 'The subject';
  const reason = `${name} has no mode of its own; it inherits already.`;
  return { would_be_refused: { code: 'mode_not_found', reason } };
}

/**
 * IMPORT asks for a scope without live subjects, and deletes what is softly deleted in it for good; with `force` it does
 * neither. On the default context the scope is every context.
 */
async function importEffects(
  place: SettingPlace,
  force: boolean,
  signal: AbortSignal,
): Promise<Partial<ModePlan>> {
  if (force) {
    return {
      warnings: ['With force, live subjects stay and can be overwritten version by version.'],
    };
  }
  const { live, deleted } = await subjectsInScope(place, signal);
  if (live.length > 0) {
    const reason = `IMPORT without force needs a scope without live subjects; here are ${live.length}: ${live.slice(0, 5).join(', ')}${live.length > 5 ? ', …' : ''}.`;
    return { would_be_refused: { code: 'operation_not_permitted', reason } };
  }
  return deleted.length > 0 ? { deletes_permanently: deleted } : {};
}

async function subjectsInScope(
  { client, context, subject }: SettingPlace,
  signal: AbortSignal,
): Promise<{ live: string[]; deleted: string[] }> {
  if (subject !== undefined) {
    const { live, softDeleted } = await versionsOf(client, subject, { signal });
    const there = live.length > 0;
    return {
      live: there ? [subject] : [],
      deleted: !there && softDeleted.length > 0 ? [subject] : [],
    };
  }
  const all = context === defaultContext || context === globalContext;
  const scope = all ? everyContext : context;
  const from = all ? client.inContext(defaultContext) : client;
  const [live, both] = await Promise.all([
    listSubjects(from, scope, { signal }),
    listSubjects(from, scope, { deleted: true, signal }),
  ]);
  const alive = new Set(live);
  const deleted = both.filter((name) => !alive.has(name));
  return {
    live: live.map((name) => nameInside(scope, name)),
    deleted: deleted.map((name) => nameInside(scope, name)),
  };
}
