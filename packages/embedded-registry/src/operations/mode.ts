import {
  isMode,
  isValidSubjectName,
  type Mode,
  parseQualifiedName,
} from '@srkit/registry-protocol';
import { flag } from '../http/paging.ts';
import { internalError, rejection, rejectionWith } from '../http/rejection.ts';
import { modeUpdateRequest } from '../http/request-shapes.ts';
import type { Registry } from '../registry.ts';
import { checkUnreferenced, removeForGood } from '../rules/delete-versions.ts';
import { isGlobal } from '../rules/effective-config.ts';
import { effectiveMode } from '../rules/effective-mode.ts';
import { subjectsWithPrefix } from '../rules/subject-lookups.ts';
import type { Handler } from './call.ts';
import { alwaysHasSettings, settingsName } from './settings-name.ts';

/** GET /mode and GET /mode/{subject} */
export const getMode: Handler = (call) => {
  const { registry, query } = call;
  const name = settingsName(call);
  if (flag(query, 'defaultToGlobal')) return { json: { mode: effectiveMode(registry, name) } };
  const { mode } = registry.store.settings(name);
  if (mode) return { json: { mode } };
  if (alwaysHasSettings(registry, name)) return { json: { mode: 'READWRITE' } };
  throw rejection(40409, name);
};

/** PUT /mode and PUT /mode/{subject}; answers with what was sent. */
export const updateMode: Handler = (call) => {
  const { registry, query } = call;
  const name = settingsName(call);
  const bodyName = call.parameters['subject'] === undefined ? 'updateTopLevelMode' : 'updateMode';
  const body = call.body(modeUpdateRequest, `${bodyName}.request`);
  const written = body['mode'];
  if (!isValidSubjectName(name, { allowGlobal: true })) throw rejection(42208, name);
  if (written === undefined) throw internalError();
  const mode = written === null ? undefined : readMode(registry, String(written));
  if (mode === 'FORWARD' && !isGlobal(registry, name))
    throw rejectionWith(42204, 'Forward mode only supported on global level');
  if (mode === 'IMPORT' && !flag(query, 'force') && effectiveMode(registry, name) !== 'IMPORT')
    prepareImport(registry, name, call.parameters['subject'] === undefined);
  const { mode: _, ...rest } = registry.store.settings(name);
  registry.store.apply({ kind: 'settings', name, settings: mode ? { ...rest, mode } : rest });
  return { json: { mode: written }, keepEmpty: true };
};

/** DELETE /mode and DELETE /mode/{subject} */
export const deleteMode: Handler = (call) => {
  const { registry, query } = call;
  const name = settingsName(call);
  const recursive = flag(query, 'recursive');
  const { mode, ...rest } = registry.store.settings(name);
  if (!mode && !recursive && !alwaysHasSettings(registry, name)) throw rejection(40401, name);
  registry.store.apply({ kind: 'settings', name, settings: rest });
  if (recursive) deleteModesBelow(registry, name);
  if (!mode && recursive) return { json: {} };
  return { json: { mode: mode ?? 'READWRITE' } };
};

/**
 * IMPORT needs a scope without live versions; soft-deleted ones in it are removed for good. `/mode` itself, and
 * `:.__GLOBAL:`, mean every context.
 */
function prepareImport(registry: Registry, name: string, isTopLevel: boolean): void {
  const { subject } = parseQualifiedName(name);
  const everything = isTopLevel || isGlobal(registry, name);
  const scope = everything
    ? subjectsWithPrefix(registry, ':*:')
    : subject === ''
      ? subjectsWithPrefix(registry, name)
      : [name];
  const records = scope.flatMap((each) => [...registry.store.versions(each).all]);
  if (records.some((record) => !record.deleted))
    throw rejectionWith(42205, 'Cannot import since found existing subjects');
  for (const record of records) checkUnreferencedOutside(registry, record, scope);
  for (const record of records) removeForGood(registry, record);
}

function checkUnreferencedOutside(
  registry: Registry,
  record: Parameters<typeof checkUnreferenced>[1],
  scope: readonly string[],
): void {
  if (scope.length === 1) checkUnreferenced(registry, record, true, record.subject);
}

/** Takes away the modes of a context's subjects; of the default context's where no context is named. */
function deleteModesBelow(registry: Registry, name: string): void {
  const { context, subject } = parseQualifiedName(name);
  if (subject !== '') return;
  for (const each of [...registry.store.settingsNames()]) {
    const below = parseQualifiedName(each);
    if (below.context !== context || below.subject === '') continue;
    const { mode: _, ...rest } = registry.store.settings(each);
    registry.store.apply({ kind: 'settings', name: each, settings: rest });
  }
}

function readMode(registry: Registry, written: string): Mode {
  const upper = written.toUpperCase();
  const isKnown = isMode(upper) && (upper !== 'FORWARD' || registry.features.forwardMode);
  if (!isKnown) throw rejection(42204);
  return upper;
}
