import type { ProtoOption, ProtoOptionValue } from '../model.ts';
import { scalarTypes } from '../scalar-types.ts';

/** What may stand without quotes. */
const WORD = /^[A-Za-z0-9_.-]+$/;

/**
 * The options of a field as the registry keeps them: `default` and `json_name` once each, behind
 * the others, and with the kind of value that the type of the field asks for.
 */
export function specialLast(options: readonly ProtoOption[], type: string): ProtoOption[] {
  const byDefault = options.findLast(({ name }) => name === 'default');
  const jsonName = options.findLast(({ name }) => name === 'json_name');
  if (byDefault === undefined && jsonName === undefined) return [...options];
  const kept = options.filter(({ name }) => name !== 'default' && name !== 'json_name');
  if (byDefault !== undefined) kept.push(plain('default', asKind(byDefault.value, kindOf(type))));
  if (jsonName !== undefined) kept.push(plain('json_name', asKind(jsonName.value, 'string')));
  return kept;
}

function plain(name: string, value: ProtoOptionValue): ProtoOption {
  return { name, isExtension: false, value };
}

type Kind = 'string' | 'boolean' | 'number' | 'word';

function kindOf(type: string): Kind {
  if (type === 'string' || type === 'bytes') return 'string';
  if (type === 'bool') return 'boolean';
  return scalarTypes.has(type) ? 'number' : 'word';
}

function asKind(value: ProtoOptionValue, kind: Kind): ProtoOptionValue {
  if (!('text' in value)) return value;
  return { kind: WORD.test(value.text) ? kind : 'string', text: value.text };
}
