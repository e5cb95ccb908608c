import { readConfluentMeta } from '../../field-walk/protobuf/confluent-meta.ts';
import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { isValueType } from '../../field-walk/protobuf/value-types.ts';
import { nameWords } from '../../name-words.ts';
import {
  asksYesOrNo,
  looksLikeChoice,
  looksLikeDay,
  looksLikeMoment,
  looksLikeMoney,
} from '../name-meaning.ts';
import { upperCamel, upperSnake } from './name-styles.ts';
import type { ProtobufLintRule } from './protobuf-lint-rule.ts';

const SMALL = new Set(['int32', 'uint32', 'sint32', 'fixed32', 'sfixed32']);
const LARGE = new Set(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64']);
const FRACTIONS = new Set(['float', 'double']);

/** A field of a scalar type, or of a list or a map of one. */
interface BareField extends FieldPlace {
  readonly type: string;
  readonly words: string[];
}

/** Fields whose name promises a meaning that their type does not have. */
export const meaningRules: readonly ProtobufLintRule[] = [
  {
    id: 'moment-not-timestamp',
    group: 'logical-types',
    severity: 'info',
    summary: 'A moment is a google.protobuf.Timestamp.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        const isNumber = SMALL.has(type) || LARGE.has(type) || FRACTIONS.has(type);
        if (!isNumber && type !== 'string') continue;
        const isText = type === 'string';
        if (!looksLikeMoment(words, { isText, isSmall: SMALL.has(type) })) continue;
        yield {
          path,
          message: `'${member.name}' looks like a moment but is a bare ${type}: its unit and origin are not in the schema.`,
          suggestion:
            'In a new field: google.protobuf.Timestamp, from google/protobuf/timestamp.proto.',
        };
      }
    },
  },
  {
    id: 'day-not-date',
    group: 'logical-types',
    severity: 'info',
    summary: 'A day is a google.type.Date.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        if (!SMALL.has(type) && !LARGE.has(type) && type !== 'string') continue;
        if (!looksLikeDay(words)) continue;
        yield {
          path,
          message: `'${member.name}' looks like a day but is a bare ${type}: how it is written is not in the schema.`,
          suggestion: 'In a new field: google.type.Date, from google/type/date.proto.',
        };
      }
    },
  },
  {
    id: 'duration-without-unit',
    group: 'logical-types',
    severity: 'info',
    summary: 'A length of time is a google.protobuf.Duration, or its name says the unit.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        const isNumber = SMALL.has(type) || LARGE.has(type) || FRACTIONS.has(type);
        if (!isNumber || !['duration', 'timeout', 'ttl', 'latency'].includes(words.at(-1) ?? '')) {
          continue;
        }
        yield {
          path,
          message: `'${member.name}' looks like a length of time but is a bare ${type}: its unit is not in the schema.`,
          suggestion: `In a new field: google.protobuf.Duration, or ${member.name}_seconds.`,
        };
      }
    },
  },
  {
    id: 'money-not-exact',
    group: 'logical-types',
    severity: 'warning',
    summary: 'Money is a decimal: floating-point numbers and text do not add up.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        if (!FRACTIONS.has(type) && type !== 'string') continue;
        if (!looksLikeMoney(words, { isText: type === 'string' })) continue;
        const harm =
          type === 'string' ? 'cannot be added or compared' : 'cannot hold most decimal fractions';
        yield {
          path,
          message: `'${member.name}' looks like money but is a ${type}, which ${harm}.`,
          suggestion:
            'In a new field: google.type.Money, or confluent.type.Decimal with its precision and scale.',
        };
      }
    },
  },
  {
    id: 'decimal-without-precision',
    group: 'logical-types',
    severity: 'warning',
    summary: 'A confluent.type.Decimal says its precision and scale.',
    *check({ fields }) {
      for (const { path, member, target } of fields) {
        if (target?.fullName !== 'confluent.type.Decimal' || !isValueType(target)) continue;
        const { params } = readConfluentMeta(member.options, 'field_meta');
        if (params.has('precision') && params.has('scale')) continue;
        yield {
          path,
          message: `'${member.name}' does not say how many digits it has: connectors and Flink cannot make a column from it.`,
          suggestion:
            '[(confluent.field_meta) = { params: [{ key: "precision", value: "12" }, { key: "scale", value: "2" }] }]',
        };
      }
    },
  },
  {
    id: 'question-not-bool',
    group: 'structure',
    severity: 'info',
    summary: 'What is called is_…, has_… or can_… is a bool.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        if (type !== 'string' && !SMALL.has(type) && !LARGE.has(type)) continue;
        if (!asksYesOrNo(words)) continue;
        yield {
          path,
          message: `'${member.name}' asks a yes-or-no question but is a ${type}.`,
          suggestion: 'In a new field: bool, or an enum where there are more answers.',
        };
      }
    },
  },
  {
    id: 'choice-not-enum',
    group: 'structure',
    severity: 'info',
    summary: 'A choice among few words is an enum.',
    *check({ fields }) {
      for (const { path, member, type, words } of bareFields(fields)) {
        if (type !== 'string' || !looksLikeChoice(words)) continue;
        yield {
          path,
          message: `'${member.name}' looks like a choice among few words but is any string: misspelt ones are not found out.`,
          suggestion: `In a new field: enum ${upperCamel(member.name)} { ${upperSnake(member.name)}_UNSPECIFIED = 0; … }`,
        };
      }
    },
  },
  {
    id: 'any-field',
    group: 'structure',
    severity: 'info',
    summary: 'No field is a google.protobuf.Any.',
    *check({ fields }) {
      for (const { path, member, target } of fields) {
        if (target?.fullName !== 'google.protobuf.Any') continue;
        yield {
          path,
          message: `What '${member.name}' holds is not in the schema: readers must know the types from elsewhere, and nothing checks their changes.`,
          suggestion: 'A oneof of the messages that it may hold.',
        };
      }
    },
  },
  {
    id: 'wrapper-field',
    group: 'structure',
    severity: 'info',
    summary: 'A value that may be missing is optional, not a wrapper.',
    *check({ fields }) {
      for (const { path, member, target } of fields) {
        const wrapped = /^google\.protobuf\.(\w+)Value$/.exec(target?.fullName ?? '')?.[1];
        if (wrapped === undefined || wrapped === 'Null' || wrapped === 'List') continue;
        if (member.label === 'repeated' || member.mapKey !== undefined || member.oneof) continue;
        yield {
          path,
          message: `'${member.name}' is a ${wrapped}Value, from before proto3 had optional fields: it takes more space and more code.`,
          suggestion: `In a new field: optional ${wrapped.toLowerCase()} ${member.name}`,
        };
      }
    },
  },
];

function* bareFields(fields: readonly FieldPlace[]): Iterable<BareField> {
  for (const place of fields) {
    const { target, member } = place;
    if (target !== undefined) continue;
    yield { ...place, type: member.type, words: nameWords(member.name) };
  }
}
