import type { Config, Mode } from '@srkit/registry-protocol';
import type { ComparedDifference, ConfigField, Side, UnknownDifference } from './comparison.ts';
import { sameValue } from './same-value.ts';

/** What a subject or context has of its own. */
export interface OwnSettings {
  readonly config?: Config;
  readonly mode?: Mode;
}

/** Why a setting of one side is not known; undefined where it is. */
export type WhyNotKnown = (what: 'config' | 'mode') => { reason: string } | undefined;

/** What comes of two owners' settings. */
export interface ComparedSettings {
  readonly differences: ComparedDifference[];
  readonly unknown: UnknownDifference[];
}

/** Compares the configuration and mode that two subjects or contexts have of their own. */
export function compareSettings(
  source: OwnSettings,
  target: OwnSettings,
  why: Record<Side, WhyNotKnown>,
): ComparedSettings {
  const compared: ComparedSettings = { differences: [], unknown: [] };
  for (const what of ['config', 'mode'] as const) {
    const unknown = (['source', 'target'] as const).flatMap((side) => {
      const reason = why[side](what)?.reason;
      return reason === undefined ? [] : [{ side, what, reason }];
    });
    compared.unknown.push(...unknown);
    if (unknown.length > 0) continue;
    const difference =
      what === 'config'
        ? configDifference(source.config, target.config)
        : modeDifference(source.mode, target.mode);
    if (difference) compared.differences.push(difference);
  }
  return compared;
}

function modeDifference(
  source: Mode | undefined,
  target: Mode | undefined,
): ComparedDifference | undefined {
  if (source === target) return undefined;
  return { kind: 'mode', ...(source && { source }), ...(target && { target }) };
}

function configDifference(
  source: Config | undefined,
  target: Config | undefined,
): ComparedDifference | undefined {
  if (source === target) return undefined;
  const names = [...new Set([...Object.keys(source ?? {}), ...Object.keys(target ?? {})])].sort();
  const fields = names.flatMap((field) => fieldDifference(field, source, target));
  const isOneSided = source === undefined || target === undefined;
  if (fields.length === 0 && !isOneSided) return undefined;
  return {
    kind: 'config',
    own: isOneSided ? (source ? 'source' : 'target') : 'both',
    fields,
  };
}

function fieldDifference(
  field: string,
  source: Config | undefined,
  target: Config | undefined,
): ConfigField[] {
  const one: unknown = source && Reflect.get(source, field);
  const other: unknown = target && Reflect.get(target, field);
  if (sameValue(one ?? undefined, other ?? undefined)) return [];
  return [
    {
      field,
      ...(isPlain(one) && { source: one }),
      ...(isPlain(other) && { target: other }),
    },
  ];
}

function isPlain(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}
