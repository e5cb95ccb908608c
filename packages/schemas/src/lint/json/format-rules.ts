import type { JsonFieldPlace } from '../../field-walk/json/json-outline.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import type { JsonKind, ValueFacts } from '../../field-walk/json/value-facts.ts';
import { knownFormats } from '../../field-walk/json/written-format.ts';
import { isJsonNumber } from '../../lossless-json/value.ts';
import { nameWords } from '../../name-words.ts';
import { closestName } from '../../values/closest-name.ts';
import type { Complaint } from '../lint-rule.ts';
import {
  asksYesOrNo,
  looksLikeChoice,
  looksLikeDay,
  looksLikeMoment,
  looksLikeMoney,
} from '../name-meaning.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';

/** Formats of OpenAPI, which many tools know. */
const OPENAPI_FORMATS = ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'password'];

/** By the last word of a name, the format that its text has. */
const FORMAT_OF_WORD: Readonly<Record<string, string>> = {
  email: 'email',
  mail: 'email',
  uri: 'uri',
  url: 'uri',
  href: 'uri',
  hostname: 'hostname',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
};

/** A property without a format whose name says more than its type. */
interface BareProperty {
  readonly path: string;
  readonly name: string;
  readonly words: string[];
  readonly kind: JsonKind;
  readonly field: JsonFieldPlace;
}

/** Values whose name or kind promises a meaning that the schema does not state. */
export const formatRules: readonly JsonLintRule[] = [
  {
    id: 'format-unknown',
    group: 'logical-types',
    severity: 'info',
    summary: 'A format is one that JSON Schema or OpenAPI defines.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const format = membersOf(place).get('format');
        if (typeof format !== 'string') continue;
        if (knownFormats.has(format) || OPENAPI_FORMATS.includes(format)) continue;
        const meant = closestName(format, [...knownFormats, ...OPENAPI_FORMATS]);
        yield {
          path,
          message: `No standard defines the format '${format.slice(0, 60)}', so nothing checks it.`,
          suggestion: meant === undefined ? '"pattern": "^…$"' : `"format": "${meant}"`,
        };
      }
    },
  },
  bareRule('moment-without-format', 'A moment has the format date-time.', {
    is: ({ words }) => looksLikeMoment(words, { isText: true }),
    what: 'a moment',
    format: 'date-time',
  }),
  bareRule('day-without-format', 'A day has the format date.', {
    is: ({ words }) => looksLikeDay(words),
    what: 'a day',
    format: 'date',
  }),
  bareRule('uuid-without-format', 'A UUID has the format uuid.', {
    is: ({ words }) => ['uuid', 'guid'].includes(words.at(-1) ?? ''),
    what: 'a UUID',
    format: 'uuid',
  }),
  {
    id: 'address-without-format',
    group: 'logical-types',
    severity: 'info',
    summary: 'Mail addresses, URIs and the like have their format.',
    *check(linted) {
      for (const { path, name, words, kind } of bareProperties(linted)) {
        const last = words.at(-1) ?? '';
        const format = Object.hasOwn(FORMAT_OF_WORD, last) ? FORMAT_OF_WORD[last] : undefined;
        if (kind !== 'string' || format === undefined) continue;
        yield {
          path,
          message: `'${name}' looks like ${format === 'email' ? 'an email address' : `a ${format}`} but is any text.`,
          suggestion: `"type": "string", "format": "${format}"`,
        };
      }
    },
  },
  {
    id: 'money-as-number',
    group: 'logical-types',
    severity: 'warning',
    summary:
      'Money is a text of digits or a number of cents: floating-point numbers do not add up.',
    *check(linted) {
      for (const { path, name, words, kind, field } of bareProperties(linted)) {
        if (kind !== 'number' || !looksLikeMoney(words, { isText: false })) continue;
        if (field.places.some((place) => membersOf(place).has('multipleOf'))) continue;
        yield {
          path,
          message: `'${name}' looks like money but is a number, which most readers take for floating point: it cannot hold most decimal fractions.`,
          suggestion: `In a new property: {"type": "string", "pattern": "^-?[0-9]+\\\\.[0-9]{2}$"}, or {"type": "integer", "description": "In cents."}`,
        };
      }
    },
  },
  {
    id: 'integer-beyond-double',
    group: 'logical-types',
    severity: 'warning',
    summary: 'Integers stay within 2^53, beyond which JavaScript and many parsers round them.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const members = membersOf(place);
        for (const keyword of ['minimum', 'maximum', 'const', 'default']) {
          const value = members.get(keyword);
          if (!isJsonNumber(value) || !/^-?[0-9]+$/.test(value.number)) continue;
          if (Number.isSafeInteger(Number(value.number))) continue;
          yield {
            path,
            message: `The ${keyword} ${value.number.slice(0, 60)} is beyond 2^53: JavaScript and many other readers round such integers.`,
            suggestion: `In a new property: {"type": "string", "pattern": "^-?[0-9]+$"}`,
          };
          break;
        }
      }
    },
  },
  {
    id: 'question-not-boolean',
    group: 'structure',
    severity: 'info',
    summary: 'What is called is…, has… or can… is a boolean.',
    *check(linted) {
      for (const { path, name, words, kind } of bareProperties(linted)) {
        if (!asksYesOrNo(words) || !['string', 'integer'].includes(kind)) continue;
        yield {
          path,
          message: `'${name}' asks a yes-or-no question but is a ${kind}.`,
          suggestion: `In a new property: "type": "boolean", or an enum where there are more answers.`,
        };
      }
    },
  },
  {
    id: 'choice-as-text',
    group: 'structure',
    severity: 'info',
    summary: 'A choice among few words is an enum.',
    *check(linted) {
      for (const { path, name, words, kind } of bareProperties(linted)) {
        if (kind !== 'string' || !looksLikeChoice(words)) continue;
        yield {
          path,
          message: `'${name}' looks like a choice among few words but is any text: misspelt ones are not found out.`,
          suggestion: `"enum": ["UNKNOWN", …]`,
        };
      }
    },
  },
];

function bareRule(
  id: string,
  summary: string,
  { is, what, format }: { is(bare: BareProperty): boolean; what: string; format: string },
): JsonLintRule {
  return {
    id,
    group: 'logical-types',
    severity: 'info',
    summary,
    *check(linted): Iterable<Complaint> {
      for (const bare of bareProperties(linted)) {
        if (bare.kind !== 'string' || !is(bare)) continue;
        yield {
          path: bare.path,
          message: `'${bare.name}' looks like ${what} but is any text: how it is written is not in the schema.`,
          suggestion: `"type": "string", "format": "${format}"`,
        };
      }
    },
  };
}

function* bareProperties({ outline }: LintedJson): Iterable<BareProperty> {
  for (const field of outline.fields) {
    const [place] = field.places;
    const facts = outline.factsOf(place);
    const kind = bareKind(facts);
    if (kind === undefined || membersOf(place).has('pattern')) continue;
    yield { path: field.path, name: field.name, words: nameWords(field.name), kind, field };
  }
}

function bareKind({ kinds, format, symbols }: ValueFacts): JsonKind | undefined {
  if (format !== undefined || symbols !== undefined) return undefined;
  const counted = [...kinds].filter(
    (kind) => kind !== 'null' && (kind !== 'integer' || !kinds.has('number')),
  );
  return counted.length === 1 ? counted[0] : undefined;
}
