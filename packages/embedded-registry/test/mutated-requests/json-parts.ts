import fc from 'fast-check';
import { strangeJson, strangeMember } from './strange-texts.ts';

/** JSON as data, in which a piece of text can stand anywhere, JSON or not. */
export type JsonPart =
  | { kind: 'text'; text: string }
  | { kind: 'array'; items: readonly JsonPart[] }
  | { kind: 'object'; members: readonly (readonly [name: string, value: JsonPart])[] };

/** Some more than are taken. */
const levels = fc.nat({ max: 1100 });

/** A piece of text that stands in JSON as it is. */
export function rawText(text: string): JsonPart {
  return { kind: 'text', text };
}

/** Takes a JSON value apart. */
export function toParts(value: unknown): JsonPart {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(toParts) };
  if (typeof value !== 'object' || value === null) return rawText(JSON.stringify(value) ?? 'null');
  const members = Object.entries(value).map(([name, part]) => [name, toParts(part)] as const);
  return { kind: 'object', members };
}

/** Writes it, whether it is JSON or not. */
export function writeParts(part: JsonPart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'array') return `[${part.items.map(writeParts).join(',')}]`;
  return `{${part.members.map(([name, value]) => `${JSON.stringify(name)}:${writeParts(value)}`).join(',')}}`;
}

/** Values of the wrong type, too great, too deep, or no JSON. */
const strangeValue: fc.Arbitrary<JsonPart> = fc
  .oneof(
    { weight: 4, arbitrary: strangeJson },
    { weight: 1, arbitrary: levels.map((depth) => '['.repeat(depth) + ']'.repeat(depth)) },
    {
      weight: 1,
      arbitrary: levels.map((depth) => `${'{"a":'.repeat(depth)}null${'}'.repeat(depth)}`),
    },
    { weight: 1, arbitrary: levels.map((length) => `"${'x'.repeat(length * 2)}"`) },
    { weight: 1, arbitrary: levels.map((length) => `1${'0'.repeat(length)}`) },
    {
      weight: 2,
      arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
    },
    { weight: 2, arbitrary: fc.json({ maxDepth: 2 }) },
  )
  .map(rawText);

type Change = (part: JsonPart) => JsonPart;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: strangeValue.map((value) => () => value) },
  { weight: 1, arbitrary: fc.constant<Change>((part) => ({ kind: 'array', items: [part, part] })) },
  {
    weight: 1,
    arbitrary: strangeMember.map<Change>((name) => (part) => ({
      kind: 'object',
      members: [[name, part]],
    })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(strangeMember, strangeValue).map<Change>(([name, value]) => (part) => {
      if (part.kind === 'text') return value;
      if (part.kind === 'array') return { ...part, items: [...part.items, value] };
      return { ...part, members: [...part.members, [name, value]] };
    }),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map<Change>((which) => (part) => {
      if (part.kind === 'text') return part;
      const without = <T>(list: readonly T[]) => list.filter((_, at) => at !== which % list.length);
      if (part.kind === 'array') return { ...part, items: without(part.items) };
      return { ...part, members: without(part.members) };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), strangeValue).map<Change>(([which, value]) => (part) => {
      if (part.kind !== 'object' || part.members.length === 0) return value;
      const name = part.members[which % part.members.length]?.[0] ?? '';
      return { ...part, members: [...part.members, [name, value]] };
    }),
  },
);

/** Changes one part of JSON, at any depth. */
export const jsonMutation: fc.Arbitrary<(part: JsonPart) => JsonPart> = fc
  .tuple(fc.nat({ max: 10_000 }), change)
  .map(
    ([place, apply]) =>
      (part) =>
        changeAt(part, place % countParts(part), apply),
  );

function countParts(part: JsonPart): number {
  if (part.kind === 'text') return 1;
  const inner = part.kind === 'array' ? part.items : part.members.map(([, value]) => value);
  return inner.reduce((count, each) => count + countParts(each), 1);
}

function changeAt(part: JsonPart, place: number, apply: Change): JsonPart {
  if (place === 0) return apply(part);
  let left = place - 1;
  const descend = (each: JsonPart): JsonPart => {
    const count = countParts(each);
    const changed = left >= 0 && left < count ? changeAt(each, left, apply) : each;
    left -= count;
    return changed;
  };
  if (part.kind === 'array') return { ...part, items: part.items.map(descend) };
  if (part.kind === 'text') return part;
  return { ...part, members: part.members.map(([name, value]) => [name, descend(value)]) };
}
