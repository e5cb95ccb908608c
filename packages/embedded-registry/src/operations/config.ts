import {
  compatibilityLevel,
  isProtocolError,
  isValidSubjectName,
  type Metadata,
} from '@srkit/registry-protocol';
import type { Bound } from '../http/body-shape.ts';
import { flag } from '../http/paging.ts';
import { rejection } from '../http/rejection.ts';
import { configUpdateRequest } from '../http/request-shapes.ts';
import { inheritedConfig, withLevel } from '../rules/effective-config.ts';
import { checkWritable } from '../rules/effective-mode.ts';
import { checkRuleSet } from '../rules/rule-sets/check-rule-set.ts';
import { readRuleSet } from '../rules/rule-sets/read-rule-set.ts';
import type { SentRuleSet } from '../rules/rule-sets/sent-rule-set.ts';
import type { ConfigRecord } from '../state/records.ts';
import type { Handler } from './call.ts';
import { orderMetadata } from './order-metadata.ts';
import { alwaysHasSettings, settingsName } from './settings-name.ts';

/** GET /config and GET /config/{subject} */
export const getConfig: Handler = (call) => {
  const { registry, query } = call;
  const name = settingsName(call);
  const { config } = registry.store.settings(name);
  if (config) return { json: show(withLevel(registry, config)) };
  if (flag(query, 'defaultToGlobal')) return { json: show(inheritedConfig(registry, name)) };
  if (alwaysHasSettings(registry, name)) return { json: show(withLevel(registry, {})) };
  throw rejection(40408, name);
};

/** PUT /config and PUT /config/{subject} */
export const updateConfig: Handler = (call) => {
  const { registry } = call;
  const name = settingsName(call);
  const bodyName =
    call.parameters['subject'] === undefined ? 'updateTopLevelConfig' : 'updateSubjectLevelConfig';
  const update = call.body(configUpdateRequest, `${bodyName}.request`);
  if (!isValidSubjectName(name, { allowGlobal: true })) throw rejection(42208, name);
  const level = update['compatibility'];
  if (typeof level === 'string') update['compatibility'] = readLevel(level);
  const policy = update['compatibilityPolicy'];
  if (typeof policy === 'string') update['compatibilityPolicy'] = readPolicy(policy);
  for (const field of ['defaultMetadata', 'overrideMetadata']) {
    const metadata = update[field];
    if (metadata) update[field] = orderMetadata(metadata as Metadata) as Bound;
  }
  for (const field of ['defaultRuleSet', 'overrideRuleSet']) {
    const sent = update[field] as SentRuleSet | null | undefined;
    checkRuleSet(registry, sent);
    // Community Edition drops rules without a word.
    if (registry.edition === 'community') delete update[field];
    else if (sent) update[field] = readRuleSet(registry, sent) as Bound;
  }
  checkWritable(registry, name);
  const settings = registry.store.settings(name);
  const config = merge(settings.config ?? {}, update);
  registry.store.apply({ kind: 'settings', name, settings: { ...settings, config } });
  return { json: config, keepEmpty: true };
};

/** DELETE /config and DELETE /config/{subject} */
export const deleteConfig: Handler = (call) => {
  const { registry } = call;
  const name = settingsName(call);
  const { config, ...rest } = registry.store.settings(name);
  if (!config && !alwaysHasSettings(registry, name)) throw rejection(40401, name);
  checkWritable(registry, name);
  registry.store.apply({ kind: 'settings', name, settings: rest });
  return { json: show(withLevel(registry, config ?? {})) };
};

/** Lays a change over a record: what is not named stays, null clears. */
function merge(record: ConfigRecord, update: { [field: string]: Bound }): ConfigRecord {
  const merged: Record<string, unknown> = { ...record, ...update };
  // The shape that the body was bound to has exactly the fields and types of a record.
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null),
  ) as ConfigRecord;
}

/** Reading names the level differently than writing. */
function show({ compatibility, ...rest }: ReturnType<typeof withLevel>): Record<string, unknown> {
  return { ...rest, compatibilityLevel: compatibility };
}

function readLevel(written: string): string {
  try {
    return compatibilityLevel(written);
  } catch (error) {
    if (isProtocolError(error)) throw rejection(42203);
    throw error;
  }
}

/** An unknown policy clears it without a word, as in the real registry. */
function readPolicy(written: string): string | null {
  const upper = written.toUpperCase();
  return upper === 'STRICT' || upper === 'LENIENT' ? upper : null;
}
