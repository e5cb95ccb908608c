import { nameWords } from '../../name-words.ts';
import {
  asksYesOrNo,
  looksLikeChoice,
  looksLikeDay,
  looksLikeMoment,
  looksLikeMoney,
} from '../name-meaning.ts';
import type { AvroLintRule } from './avro-lint-rule.ts';
import type { BareField } from './bare-fields.ts';
import { bareFields } from './bare-fields.ts';

const NUMBERS = ['int', 'long'];
const FRACTIONS = ['float', 'double'];
const SAYS_UNIT =
  /\b(utc|unix|epoch|seconds?|milliseconds?|minutes?|hours?|days?|ms|s|iso[- ]?8601)\b/i;

/** Fields whose name promises a meaning that their type does not have. */
export const meaningRules: readonly AvroLintRule[] = [
  {
    id: 'timestamp-without-logical-type',
    group: 'logical-types',
    severity: 'info',
    summary: 'A moment is a timestamp, not a bare number or text.',
    *check(linted) {
      for (const bare of bareFields(linted)) {
        const { path, field, type } = bare;
        if (!isMoment(bare)) continue;
        if (![...NUMBERS, ...FRACTIONS, 'string'].includes(type)) continue;
        // Fractions of seconds are a choice where the documentation says so.
        if (FRACTIONS.includes(type) && SAYS_UNIT.test(field.doc ?? '')) continue;
        yield {
          path,
          message: `'${field.name}' looks like a moment but is a bare ${type}: its unit and origin are not in the schema.`,
          suggestion: `In a new field: "type": {"type": "long", "logicalType": "timestamp-millis"}${inPlace(type, 'long', 'if its values are milliseconds since 1970')}`,
        };
      }
    },
  },
  {
    id: 'date-without-logical-type',
    group: 'logical-types',
    severity: 'info',
    summary: 'A day is a date, not a bare number or text.',
    *check(linted) {
      for (const { path, field, type, words } of bareFields(linted)) {
        if (!looksLikeDay(words)) continue;
        if (![...NUMBERS, 'string'].includes(type)) continue;
        yield {
          path,
          message: `'${field.name}' looks like a day but is a bare ${type}: how it is written is not in the schema.`,
          suggestion: `In a new field: "type": {"type": "int", "logicalType": "date"}${inPlace(type, 'int', 'if its values are days since 1970')}`,
        };
      }
    },
  },
  {
    id: 'uuid-without-logical-type',
    group: 'logical-types',
    severity: 'info',
    summary: 'A UUID says that it is one.',
    *check(linted) {
      for (const { path, field, type, last } of bareFields(linted)) {
        if (type !== 'string' || !['uuid', 'guid'].includes(last)) continue;
        yield {
          path,
          message: `'${field.name}' looks like a UUID but is a bare string.`,
          suggestion: '"type": {"type": "string", "logicalType": "uuid"}',
        };
      }
    },
  },
  {
    id: 'money-not-decimal',
    group: 'logical-types',
    severity: 'warning',
    summary: 'Money is a decimal: floating-point numbers and text do not add up.',
    *check(linted) {
      for (const { path, field, type, words } of bareFields(linted)) {
        if (![...FRACTIONS, 'string'].includes(type)) continue;
        if (!looksLikeMoney(words, { isText: type === 'string' })) continue;
        const harm =
          type === 'string' ? 'cannot be added or compared' : 'cannot hold most decimal fractions';
        yield {
          path,
          message: `'${field.name}' looks like money but is a ${type}, which ${harm}.`,
          suggestion: `In a new field: "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}`,
        };
      }
    },
  },
  {
    id: 'flag-not-boolean',
    group: 'structure',
    severity: 'info',
    summary: 'What is called is…, has… or can… is a boolean.',
    *check(linted) {
      for (const { path, field, type, words } of bareFields(linted)) {
        if (!asksYesOrNo(words)) continue;
        if (!['string', 'int', 'long'].includes(type)) continue;
        yield {
          path,
          message: `'${field.name}' asks a yes-or-no question but is a ${type}.`,
          suggestion: `In a new field: "type": "boolean", or an enum where there are more answers.`,
        };
      }
    },
  },
  {
    id: 'string-not-enum',
    group: 'structure',
    severity: 'info',
    summary: 'A choice among few words is an enum.',
    *check(linted) {
      for (const { path, field, type, words } of bareFields(linted)) {
        if (type !== 'string' || !looksLikeChoice(words)) continue;
        yield {
          path,
          message: `'${field.name}' looks like a choice among few words but is any string: misspelt ones are not found out.`,
          suggestion: `In a new field: "type": {"type": "enum", "name": "${enumName(field.name)}", "symbols": ["UNKNOWN", …], "default": "UNKNOWN"}`,
        };
      }
    },
  },
];

function isMoment({ words, type }: BareField): boolean {
  return looksLikeMoment(words, { isText: type === 'string', isSmall: type === 'int' });
}

function inPlace(type: string, base: string, condition: string): string {
  return type === base ? `; the same field can have it, ${condition}.` : '.';
}

function enumName(name: string): string {
  return nameWords(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
