import type { Config, Mode, SchemaReference, SchemaType } from '@srkit/registry-protocol';
import type {
  ReadParts,
  SnapshotContext,
  SnapshotDetail,
  SnapshotVersion,
  Unreadable,
} from '../snapshot.ts';

/** An object of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Says that a field is not what it should be; becomes an error with the place. */
export class WrongField extends Error {
  override readonly name = 'WrongField';
}

/** @throws WrongField when it is no object */
export function readFields(value: unknown, name: string): Fields {
  if (isFields(value)) return value;
  throw new WrongField(`${name} is no object`);
}

/** The name and the settings of a subject or a context. */
export function readNamed(value: unknown, what: string): SnapshotContext {
  const fields = readFields(value, what);
  const { config, mode } = readSettings(fields);
  return {
    name: text(fields, 'name'),
    ...(config && { config }),
    ...(mode && { mode }),
  };
}

/** A configuration and a mode, each if it is there. */
export function readSettings(fields: Fields): { config?: Config; mode?: Mode } {
  const { config, mode } = fields;
  return {
    ...(config !== undefined && { config: readFields(config, 'config') as Config }),
    ...(mode !== undefined && { mode: text(fields, 'mode') as Mode }),
  };
}

/** A version. What stands in metadata and rules is taken as it is. */
export function readVersionFields(value: unknown): SnapshotVersion {
  const fields = readFields(value, 'version');
  const { metadata, ruleSet, ts } = fields;
  return {
    version: whole(fields, 'version'),
    id: whole(fields, 'id'),
    deleted: flag(fields, 'deleted'),
    schemaType: text(fields, 'schemaType') as SchemaType,
    guid: text(fields, 'guid'),
    references: list(fields, 'references').map(readReference),
    ...(metadata !== undefined && { metadata: readFields(metadata, 'metadata') }),
    ...(ruleSet !== undefined && { ruleSet: readFields(ruleSet, 'ruleSet') }),
    ...(ts !== undefined && { ts: whole(fields, 'ts') }),
    bytes: whole(fields, 'bytes'),
  };
}

/** What could not be read. */
export function readUnreadable(value: unknown): Unreadable {
  const fields = readFields(value, 'unreadable');
  return {
    what: oneOf(fields, 'what', ['contexts', 'subjects', 'versions', 'schema', 'config', 'mode']),
    ...(fields['context'] !== undefined && { context: text(fields, 'context') }),
    ...(fields['subject'] !== undefined && { subject: text(fields, 'subject') }),
    ...(fields['version'] !== undefined && { version: whole(fields, 'version') }),
    reason: text(fields, 'reason'),
    ...(fields['code'] !== undefined && { code: text(fields, 'code') }),
  };
}

/** A scope. */
export function readScopeFields(value: unknown): ReadParts {
  const fields = readFields(value, 'scope');
  const { contexts, subjects, subjectPrefix, referenced } = fields;
  return {
    ...(contexts !== undefined && { contexts: texts(fields, 'contexts') }),
    ...(subjects !== undefined && { subjects: texts(fields, 'subjects') }),
    ...(subjectPrefix !== undefined && { subjectPrefix: text(fields, 'subjectPrefix') }),
    ...(referenced !== undefined && { referenced: texts(fields, 'referenced') }),
  };
}

/** How much was read. */
export function readDetail(fields: Fields): SnapshotDetail {
  return oneOf(fields, 'detail', ['names', 'versions', 'schemas']);
}

/** @throws WrongField when it is no text */
export function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new WrongField(`${name} is no text`);
}

/** @throws WrongField when it is no whole number */
export function whole(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new WrongField(`${name} is no whole number`);
}

/** @throws WrongField when it is neither true nor false */
export function flag(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value === 'boolean') return value;
  throw new WrongField(`${name} is neither true nor false`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value: unknown = fields[name];
  if (Array.isArray(value)) return value;
  throw new WrongField(`${name} is no list`);
}

function texts(fields: Fields, name: string): string[] {
  return list(fields, name).map((value) => text({ [name]: value }, name));
}

function oneOf<T extends string>(fields: Fields, name: string, words: readonly T[]): T {
  const value = text(fields, name);
  const word = words.find((one) => one === value);
  if (word !== undefined) return word;
  throw new WrongField(`${name} is none of ${words.join(', ')}`);
}

function readReference(value: unknown): SchemaReference {
  const fields = readFields(value, 'reference');
  return {
    name: text(fields, 'name'),
    subject: text(fields, 'subject'),
    version: whole(fields, 'version'),
  };
}
