import type { SchemaField } from '@srkit/schemas';
import { foldCase } from './fold-case.ts';
import type { StructureQuery } from './search-query.ts';
import type { TextMatcher } from './text-matcher.ts';

/** Whether a field is one that is looked for. */
export type FieldTest = (field: SchemaField) => boolean;

/**
 * Makes the test of a structured query: every property that it has must hold.
 *
 * @param pattern the compiled `fieldPattern`
 */
export function fieldTest(query: StructureQuery, pattern: TextMatcher | undefined): FieldTest {
  const tests: FieldTest[] = [];
  const { field, type, logicalType, inType, tag } = query;
  if (field !== undefined) tests.push(({ name, path }) => isAny(field, [name, path]));
  if (pattern !== undefined) tests.push(({ name }) => pattern.find(name) !== undefined);
  if (type !== undefined) {
    tests.push((each) => isAny(type, [each.type, ...each.leadsTo.map((target) => target.type)]));
  }
  if (logicalType !== undefined) {
    tests.push((each) => isAny(logicalType, each.logicalType ? [each.logicalType.name] : []));
  }
  if (inType !== undefined) {
    tests.push(({ record }) => isAny(inType, [record, record.slice(record.lastIndexOf('.') + 1)]));
  }
  if (tag !== undefined) tests.push(({ tags }) => isAny(tag, tags));
  for (const [name, holds] of claims) {
    const wanted = query[name];
    if (wanted !== undefined) tests.push((each) => holds(each) === wanted);
  }
  return (each) => tests.every((test) => test(each));
}

const claims: readonly (readonly [
  name: 'nullable' | 'optional' | 'hasDefault' | 'hasDoc' | 'deprecated',
  holds: FieldTest,
])[] = [
  ['nullable', ({ nullable }) => nullable],
  ['optional', ({ nullable, required }) => nullable || required === false],
  ['hasDefault', ({ hasDefault }) => hasDefault],
  ['hasDoc', ({ doc }) => doc !== undefined && doc.trim() !== ''],
  ['deprecated', ({ deprecated }) => deprecated === true],
];

function isAny(written: string, names: readonly string[]): boolean {
  const wanted = foldCase(written);
  return names.some((name) => foldCase(name) === wanted);
}

/** A field in a few words: `nullable string with a default`. */
export function describeField({ type, nullable, hasDefault, required }: SchemaField): string {
  const words = `${nullable ? 'nullable ' : ''}${type}`;
  return `${words}${hasDefault ? ', with a default' : ''}${required ? ', required' : ''}`;
}
