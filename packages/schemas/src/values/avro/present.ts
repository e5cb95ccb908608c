import { Buffer } from 'node:buffer';
import type { AvroType } from '../../avro/model.ts';
import { setMember } from '../plain-value.ts';
import type { ValueEncoding } from '../value-options.ts';
import { branchLabel } from './describe-type.ts';
import type { TypeNames, ValueTree } from './value-tree.ts';
import { fieldKey, isTreeObject, unwrapBranch } from './value-tree.ts';

/** Shows a value of the codec as JSON has it: bytes as texts, longs beyond 2^53 as bigints. */
export function presentTree(
  type: AvroType,
  tree: ValueTree,
  names: TypeNames,
  encoding: ValueEncoding,
): unknown {
  function present(of: AvroType, value: ValueTree): unknown {
    switch (of.type) {
      case 'long': {
        const number = Number(value);
        return Number.isSafeInteger(number) ? number : value;
      }
      case 'bytes':
      case 'fixed':
        return Buffer.isBuffer(value) ? value.toString('latin1') : value;
      case 'enum':
        return of.symbols[Number(String(value).slice(1))];
      case 'array':
        return Array.isArray(value) ? value.map((item) => present(of.items, item)) : value;
      case 'map': {
        const members: Record<string, unknown> = {};
        for (const { key, entry } of entries(value)) {
          setMember(members, key, present(of.values, entry));
        }
        return members;
      }
      case 'record': {
        const members: Record<string, unknown> = {};
        for (const field of of.fields) {
          setMember(
            members,
            field.name,
            present(field.type, member(value, fieldKey(field.position))),
          );
        }
        return members;
      }
      case 'union': {
        const { branch, inner } = unwrapBranch(of, value, names);
        const shown = present(branch, inner);
        if (encoding === 'plain' || branch.type === 'null') return shown;
        const labelled: Record<string, unknown> = {};
        setMember(labelled, branchLabel(branch), shown);
        return labelled;
      }
      default:
        return value;
    }
  }
  return present(type, tree);
}

/** A member of a record in the codec's terms. */
export function member(tree: ValueTree, key: string): ValueTree {
  return isTreeObject(tree) ? (tree[key] ?? null) : null;
}

/** The entries of a map in the codec's terms. */
export function entries(tree: ValueTree): { key: string; entry: ValueTree }[] {
  const list = member(tree, 'm');
  if (!Array.isArray(list)) return [];
  return list.map((pair) => ({ key: String(member(pair, 'k')), entry: member(pair, 'v') }));
}
