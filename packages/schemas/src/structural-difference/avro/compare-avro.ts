import type { AvroNamedType, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { branchPaths, fieldPath } from '../../field-walk/avro/field-path.ts';
import { outlineAvro } from '../../field-walk/avro/outline-avro.ts';
import type { NameType } from '../../field-walk/avro/type-in-words.ts';
import { shortNames } from '../../field-walk/avro/type-in-words.ts';
import { runInOrder } from '../../field-walk/run-in-order.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import type { AvroChange, Comparison } from './avro-change.ts';
import { compareNamed } from './compare-named.ts';
import { compareValues } from './compare-values.ts';
import type { TypeBook } from './match-types.ts';
import { matchTypes } from './match-types.ts';

/**
 * All changes between two Avro schemas, in the document order of the newer. Each named type of the
 * newer is compared once, at its first use, so the cost is linear.
 */
export function compareAvro(before: AvroSchema, after: AvroSchema): AvroChange[] {
  if (before.text === after.text && before.references.length + after.references.length === 0) {
    return [];
  }
  const [oldTypes, newTypes] = [typeBook(before), typeBook(after)];
  const matches = matchTypes(oldTypes, newTypes);
  const nameType = shortNames([...oldTypes.values(), ...newTypes.values()]);
  const changes: AvroChange[] = [];
  const visited = new Set<string>();
  const removed = new Set<string>();

  runInOrder((later) => {
    const comparison: Comparison = {
      matches,
      nameType,
      later,
      report: (change) => changes.push(change),
      visit({ name }) {
        if (visited.has(name.fullName)) return false;
        visited.add(name.fullName);
        return true;
      },
      compare: (a, b, place) => compareValues(a, b, place, comparison),
      announceAdded: (type, path) => eachNamed(type, path, added),
      announceRemoved: (type, path) => eachNamed(type, path, gone),
    };

    function eachNamed(
      type: AvroType,
      path: string,
      tell: (type: AvroNamedType, path: string) => void,
    ): void {
      if (isNamed(type)) later(() => tell(type, path));
      else if (type.type === 'array') eachNamed(type.items, `${path}[]`, tell);
      else if (type.type === 'map') eachNamed(type.values, `${path}{}`, tell);
      else if (type.type === 'union') {
        const paths = branchPaths(type, path);
        for (const [index, branch] of type.branches.entries()) {
          eachNamed(branch, paths[index] ?? path, tell);
        }
      }
    }

    function added(type: AvroNamedType, path: string): void {
      const old = matches.earlier(type);
      if (old !== undefined && old.type === type.type) {
        const place = { path, was: { type: old }, is: { type } };
        compareNamed(old, type, place, comparison);
        return;
      }
      if (!comparison.visit(type)) return;
      changes.push({
        kind: 'type_added',
        path,
        after: type.name.fullName,
        message: `The ${describe(type, nameType)} is new.`,
        was: {},
        is: { type },
      });
      eachField(type, path, added);
    }

    function gone(type: AvroNamedType, path: string): void {
      const next = matches.later(type);
      if ((next !== undefined && next.type === type.type) || removed.has(type.name.fullName))
        return;
      removed.add(type.name.fullName);
      changes.push({
        kind: 'type_removed',
        path,
        before: type.name.fullName,
        message: `The ${describe(type, nameType)} is gone.`,
        was: { type },
        is: {},
      });
      eachField(type, path, gone);
    }

    function eachField(
      type: AvroNamedType,
      path: string,
      tell: (type: AvroNamedType, path: string) => void,
    ): void {
      if (type.type !== 'record') return;
      for (const field of type.fields) {
        later(() => eachNamed(field.type, fieldPath(path, field.name), tell));
      }
    }

    const { root: old } = before;
    const { root: next } = after;
    // The schema stays the subject's schema, whatever it is called.
    if (isNamed(old) && isNamed(next) && old.type === next.type) matches.tie(old, next);
    comparison.compare(old, next, { path: '', was: {}, is: {} });
  });
  return changes;
}

function typeBook(schema: AvroSchema): TypeBook {
  return new Map([...outlineAvro(schema).types].map(([name, { type }]) => [name, type]));
}

function describe(type: AvroNamedType, nameType: NameType): string {
  const name = `${type.type} ${nameType(type)}`;
  if (type.type === 'record') return `${name} with ${count(type.fields.length, 'field')}`;
  if (type.type === 'enum') return `${name} with ${count(type.symbols.length, 'symbol')}`;
  return `${name} of ${count(type.size, 'byte')}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
