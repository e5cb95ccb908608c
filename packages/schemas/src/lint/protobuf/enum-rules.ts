import { isSet } from '../../field-walk/protobuf/read-options.ts';
import { groupBy } from '../../group-by.ts';
import { nameWords } from '../../name-words.ts';
import { sayNames, UPPER_CAMEL, UPPER_SNAKE, upperCamel, upperSnake } from './name-styles.ts';
import type { ProtobufLintRule } from './protobuf-lint-rule.ts';

const NOTHING = new Set([
  'unspecified',
  'unknown',
  'undefined',
  'unset',
  'none',
  'default',
  'invalid',
  'null',
  'no',
]);

/** Enums. */
export const enumRules: readonly ProtobufLintRule[] = [
  {
    id: 'enum-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Enums are called in UpperCamelCase.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        if (UPPER_CAMEL.test(enumeration.name)) continue;
        yield {
          path,
          message: `The enum '${enumeration.name}' is not called in UpperCamelCase, as the classes made from it are.`,
          suggestion: `enum ${upperCamel(enumeration.name)}`,
        };
      }
    },
  },
  {
    id: 'enum-value-style',
    group: 'naming',
    severity: 'info',
    summary: 'Values of enums are called in UPPER_SNAKE_CASE.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        const odd = enumeration.constants
          .map(({ name }) => name)
          .filter((name) => !UPPER_SNAKE.test(name));
        if (odd.length === 0) continue;
        yield {
          path,
          message: `Of the enum '${enumeration.name}', ${sayNames(odd)} ${odd.length === 1 ? 'is' : 'are'} not in UPPER_SNAKE_CASE.`,
          suggestion: `For new values, write ${sayNames(odd.map(upperSnake))}. JSON holds those in use by name.`,
        };
      }
    },
  },
  {
    id: 'enum-value-prefix',
    group: 'naming',
    severity: 'off',
    summary: "Values of enums begin with the enum's name, as they share their scope with others.",
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        const prefix = `${upperSnake(enumeration.name)}_`;
        const odd = enumeration.constants
          .map(({ name }) => name)
          .filter((name) => !name.toUpperCase().startsWith(prefix));
        if (odd.length === 0) continue;
        yield {
          path,
          message: `${sayNames(odd)} of '${enumeration.name}' ${odd.length === 1 ? 'does' : 'do'} not begin with ${prefix}: no other enum beside it can have such a value.`,
          suggestion: `For new values, write ${sayNames(odd.map((name) => `${prefix}${upperSnake(name)}`))}.`,
        };
      }
    },
  },
  {
    id: 'enum-zero-means-something',
    group: 'evolution',
    severity: 'info',
    summary: 'The value 0 of an enum stands for what is not set.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        const zeros = enumeration.constants.filter(({ number }) => number === 0);
        const [zero] = zeros;
        if (zero === undefined) continue;
        if (zeros.some(({ name }) => nameWords(name).some((word) => NOTHING.has(word)))) continue;
        yield {
          path,
          message: `A field that was never set reads as ${zero.name}: what is missing cannot be told from what was chosen.`,
          suggestion: `${upperSnake(enumeration.name)}_UNSPECIFIED = 0; in a new enum.`,
        };
      }
    },
  },
  {
    id: 'enum-without-zero',
    group: 'evolution',
    severity: 'warning',
    summary: 'The first value of an enum is 0.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        const [first] = enumeration.constants;
        if (first === undefined || first.number === 0) continue;
        yield {
          path,
          message: `The first value of '${enumeration.name}' is ${first.name} = ${first.number}: proto3 refuses that, and proto2 takes it for everything unknown.`,
          suggestion: `${upperSnake(enumeration.name)}_UNSPECIFIED = 0; as the first.`,
        };
      }
    },
  },
  {
    id: 'enum-alias',
    group: 'evolution',
    severity: 'info',
    summary: 'Each number of an enum has one name.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        if (!isSet(enumeration.options, 'allow_alias')) continue;
        const shared = [...groupBy(enumeration.constants, ({ number }) => number).values()]
          .filter(({ length }) => length > 1)
          .map((same) => same.map(({ name }) => name).slice(0, 5));
        const [names] = shared;
        yield {
          path,
          message:
            names === undefined
              ? `'${enumeration.name}' allows aliases and has none.`
              : `${sayNames(names)} of '${enumeration.name}' have the same number: JSON and logs show the first name, whichever was written.`,
          suggestion:
            names === undefined
              ? 'Leave option allow_alias = true; out.'
              : 'Keep aliases only while a name is being replaced, and mark the old one with [deprecated = true].',
        };
      }
    },
  },
  {
    id: 'enum-negative-number',
    group: 'structure',
    severity: 'info',
    summary: 'Values of enums have no negative numbers.',
    *check({ enums }) {
      for (const { path, enumeration } of enums) {
        const negative = enumeration.constants.filter(({ number }) => number < 0);
        const [first] = negative;
        if (first === undefined) continue;
        yield {
          path,
          message: `${sayNames(negative.map(({ name }) => name))} of '${enumeration.name}' ${negative.length === 1 ? 'has' : 'have'} a negative number, which takes ten bytes in every message.`,
          suggestion: `Give new values numbers from 0 on.`,
        };
      }
    },
  },
];
