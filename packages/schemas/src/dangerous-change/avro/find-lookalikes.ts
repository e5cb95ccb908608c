import type { AvroField, AvroRecord } from '../../avro/model.ts';
import { typeInWords } from '../../field-walk/avro/type-in-words.ts';
import {
  innermostLogicalType,
  logicalTypeInWords,
} from '../../field-walk/avro/written-logical-type.ts';
import { groupBy } from '../../group-by.ts';
import { editDistance, nameWords } from '../../name-words.ts';
import type { AvroChange } from '../../structural-difference/avro/avro-change.ts';

/** A record that lost and got more fields than this is not searched for names that are merely alike. */
const MOST_PAIRS = 2500;

/** An added field that a removed one seems to have become. */
export interface Lookalike {
  added: AvroChange;
  /** Whether the names are alike, not only the place. */
  byName: boolean;
}

/** A field that came or went. */
interface Candidate {
  change: AvroChange;
  words: string[];
  /** Its type in words, null aside. */
  type: string;
  /** The names around it that both records have. */
  slot: string;
}

/**
 * Pairs each removed field with the added one that it seems to have become: of the same type, with a
 * like name, or alone in the same place. Each is used once.
 */
export function findLookalikes(changes: readonly AvroChange[]): Map<AvroChange, Lookalike> {
  const pairs = new Map<AvroChange, Lookalike>();
  for (const [removed, added] of byRecord(changes)) {
    const oldLeft = new Set(removed);
    const nextLeft = new Set(added);
    const pair = (old: Candidate, next: Candidate, byName: boolean): void => {
      pairs.set(old.change, { added: next.change, byName });
      oldLeft.delete(old);
      nextLeft.delete(next);
    };
    const sameWords = ({ type, words }: Candidate): string => `${type} ${words.join('')}`;
    for (const [old, next] of onlyPairs(removed, added, sameWords)) pair(old, next, true);
    if (oldLeft.size * nextLeft.size <= MOST_PAIRS) {
      for (const old of oldLeft) {
        const next = [...nextLeft].find(({ type, words }) => {
          return type === old.type && likeWords(old.words, words);
        });
        if (next !== undefined) pair(old, next, true);
      }
    }
    const sameSlot = ({ slot }: Candidate): string => slot;
    for (const [old, next] of onlyPairs([...oldLeft], [...nextLeft], sameSlot)) {
      if (old.type === next.type) pair(old, next, false);
    }
  }
  return pairs;
}

function byRecord(changes: readonly AvroChange[]): Iterable<[Candidate[], Candidate[]]> {
  const records = new Map<AvroRecord, [AvroChange[], AvroChange[]]>();
  for (const change of changes) {
    const { record } = change.is;
    if (record === undefined) continue;
    const sides = records.get(record) ?? [[], []];
    if (change.kind === 'field_removed') sides[0].push(change);
    else if (change.kind === 'field_added') sides[1].push(change);
    records.set(record, sides);
  }
  return [...records].flatMap(([after, [removed, added]]) => {
    const before = removed[0]?.was.record;
    if (before === undefined || added.length === 0) return [];
    const [oldSlots, nextSlots] = [slotsOf(before, after), slotsOf(after, before)];
    const old = removed.flatMap((change) => candidate(change, change.was.field, oldSlots));
    const next = added.flatMap((change) => candidate(change, change.is.field, nextSlots));
    return [[old, next]];
  });
}

function candidate(
  change: AvroChange,
  field: AvroField | undefined,
  slots: readonly string[],
): Candidate[] {
  if (field === undefined) return [];
  const logical = innermostLogicalType(field.type);
  const type = typeInWords(field.type, ({ name }) => name.name);
  return [
    {
      change,
      words: nameWords(field.name),
      type: logical === undefined ? type : `${type} ${logicalTypeInWords(logical)}`,
      slot: slots[field.position] ?? '',
    },
  ];
}

/** For each field the next names before and after it that the other record has, too. */
function slotsOf({ fields }: AvroRecord, { fieldsByName }: AvroRecord): string[] {
  const previous: string[] = [];
  let known = '';
  for (const { name } of fields) {
    previous.push(known);
    if (fieldsByName.has(name)) known = name;
  }
  const slots: string[] = [];
  known = '';
  for (const { name, position } of [...fields].reverse()) {
    slots[position] = `${previous[position]} ${known}`;
    if (fieldsByName.has(name)) known = name;
  }
  return slots;
}

/** Pairs those that are the only ones of their key on both sides. */
function onlyPairs(
  removed: readonly Candidate[],
  added: readonly Candidate[],
  keyOf: (candidate: Candidate) => string,
): [Candidate, Candidate][] {
  const olds = groupBy(removed, keyOf);
  const nexts = groupBy(added, keyOf);
  return [...olds].flatMap(([key, [old, ...moreOld]]): [Candidate, Candidate][] => {
    const [next, ...moreNext] = nexts.get(key) ?? [];
    const only = moreOld.length + moreNext.length === 0;
    return only && old !== undefined && next !== undefined ? [[old, next]] : [];
  });
}

/** Whether most words are shared, one name is a part of the other, or a letter or two differ. */
function likeWords(old: readonly string[], next: readonly string[]): boolean {
  const shared = old.filter((word) => next.includes(word)).length;
  if (shared * 2 > Math.max(old.length, next.length)) return true;
  if (shared > 0 && shared === Math.min(old.length, next.length)) return true;
  const [a, b] = [old.join(''), next.join('')];
  const limit = Math.floor(Math.min(a.length, b.length) / 5);
  return a.length <= 64 && b.length <= 64 && editDistance(a, b, limit) <= limit;
}
