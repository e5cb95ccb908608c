import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import {
  rangesOf,
  sayRange,
  withoutRanges,
} from '../../structural-difference/protobuf/number-ranges.ts';
import type { Complaint } from '../lint-rule.ts';
import { NUMERIC_TYPES } from './numeric-types.ts';
import type { LintedProtobuf, ProtobufLintRule } from './protobuf-lint-rule.ts';

/** Protobuf keeps these for itself. */
const [FIRST_RESERVED, LAST_RESERVED] = [19_000, 19_999];
const GREATEST_NUMBER = 536_870_911;
/** Numbers up to this take one byte. */
const LAST_SHORT = 15;
const MOST_SHOWN = 6;

/** Numbers of fields. */
export const numberRules: readonly ProtobufLintRule[] = [
  {
    id: 'field-number-not-allowed',
    group: 'structure',
    severity: 'error',
    summary: "Field numbers are from 1 to 536,870,911, without Protobuf's own 19,000 to 19,999.",
    *check({ fields }) {
      for (const { path, member } of fields) {
        const { name, number } = member;
        const isOwn = number >= FIRST_RESERVED && number <= LAST_RESERVED;
        if (number >= 1 && number <= GREATEST_NUMBER && !isOwn) continue;
        yield {
          path,
          message: `'${name}' has the number ${number}, which compilers refuse.`,
          suggestion: `A number from 1 to ${FIRST_RESERVED - 1} that no other field has.`,
        };
      }
    },
  },
  {
    id: 'field-number-twice',
    group: 'structure',
    severity: 'error',
    summary: 'Each number and each name stands for one field.',
    check: checkTwice,
  },
  {
    id: 'gap-not-reserved',
    group: 'evolution',
    severity: 'off',
    summary: 'Numbers between those of the fields are reserved.',
    check: checkGaps,
  },
  {
    id: 'reserved-without-name',
    group: 'evolution',
    severity: 'off',
    summary: 'Where numbers are reserved, the names that they had are, too.',
    *check({ messages }) {
      for (const { path, message } of messages) {
        const values = message.reserved.flatMap((each) => each.values);
        if (values.length === 0 || values.some((value) => typeof value === 'string')) continue;
        yield {
          path,
          message: `'${message.name}' has numbers reserved and no names: JSON goes by names.`,
          suggestion: 'reserved "<name of each removed field>";',
        };
      }
    },
  },
  {
    id: 'long-number-on-list',
    group: 'structure',
    severity: 'off',
    summary: `A repeated field has one of the numbers up to ${LAST_SHORT}, which take one byte.`,
    *check({ messages }) {
      for (const { message, fields } of messages) {
        const short = fields.filter(({ member }) => member.number <= LAST_SHORT).length;
        const long = fields.find(
          ({ member, target, syntax }) =>
            member.number > LAST_SHORT &&
            member.label === 'repeated' &&
            // Packed, the number is written once.
            (syntax !== 'proto3' ||
              target?.type.kind === 'message' ||
              !NUMERIC_TYPES.has(member.type)),
        );
        if (long === undefined || short >= LAST_SHORT) continue;
        yield {
          path: long.path,
          message: `Each element of '${long.member.name}' takes two bytes for its number ${long.member.number}, although '${message.name}' has shorter ones left.`,
          suggestion: `In a new schema, a number from 1 to ${LAST_SHORT}.`,
        };
      }
    },
  },
];

function* checkTwice({ messages }: LintedProtobuf): Iterable<Complaint> {
  for (const { message, fields } of messages) {
    const seen = new Map<string | number, FieldPlace>();
    for (const place of fields) {
      const { name, number } = place.member;
      for (const key of [number, name]) {
        const first = seen.get(key);
        if (first === undefined) seen.set(key, place);
        else {
          const what = key === name ? `name '${name}'` : `number ${number}`;
          yield {
            path: place.path,
            message: `'${name}' has the ${what}, which '${first.member.name}' of '${message.name}' has, too: compilers refuse that.`,
            suggestion: 'A number and a name that no other field has.',
          };
        }
      }
    }
  }
}

function* checkGaps({ messages }: LintedProtobuf): Iterable<Complaint> {
  for (const { path, message, fields } of messages) {
    const numbers = fields.map(({ member }) => member.number).filter((number) => number > 0);
    if (numbers.length === 0) continue;
    const greatest = numbers.reduce((most, number) => Math.max(most, number), 0);
    const taken = rangesOf([
      { values: numbers, doc: '' },
      ...message.reserved,
      ...message.extensionRanges,
    ]);
    const gaps = withoutRanges([{ from: 1, to: greatest }], taken);
    if (gaps.length === 0) continue;
    const said = gaps.slice(0, MOST_SHOWN).map(sayRange).join(', ');
    const more = gaps.length > MOST_SHOWN ? ' and more' : '';
    yield {
      path,
      message: `'${message.name}' uses neither ${said}${more} nor reserves it: if a field had such a number once, another may take it by mistake.`,
      suggestion: `reserved ${said};`,
    };
  }
}
