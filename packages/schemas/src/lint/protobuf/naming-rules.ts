import { nameWords } from '../../name-words.ts';
import { LOWER_SNAKE, lowerSnake, sayNames, UPPER_CAMEL, upperCamel } from './name-styles.ts';
import type { ProtobufLintRule } from './protobuf-lint-rule.ts';

/** Endings of words that are no plurals although they end in s, and of plurals that do not. */
const SINGULAR = /(ss|us|is)$/;
const NO_PLURAL = new Set(['children', 'people', 'data', 'metadata', 'media', 'criteria', 'info']);

const MOST_NAME = 100;

/** What a field may not be called in one of the great languages without being renamed in its code. */
const KEYWORDS = new Set(
  `abstract assert boolean break byte case catch char class const continue default del do double elif
  else enum except extends final finally float for from func goto if implements import in instanceof
  int interface is lambda long native new nonlocal not or package pass private protected public raise
  range return select short static struct super switch synchronized this throw throws transient try
  var void volatile while with yield`.split(/\s+/),
);

/** Names of messages and fields: one style by kind. */
export const namingRules: readonly ProtobufLintRule[] = [
  {
    id: 'message-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Messages are called in UpperCamelCase.',
    *check({ messages }) {
      for (const { path, message } of messages) {
        if (UPPER_CAMEL.test(message.name)) continue;
        yield {
          path,
          message: `The message '${message.name}' is not called in UpperCamelCase, as the classes made from it are.`,
          suggestion: `message ${upperCamel(message.name)} in a new schema; a registry refuses another name for an existing one.`,
        };
      }
    },
  },
  {
    id: 'field-not-snake-case',
    group: 'naming',
    severity: 'warning',
    summary: 'Fields are called in lower_snake_case.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        const { name, group } = member;
        if (group || LOWER_SNAKE.test(name)) continue;
        yield {
          path,
          message: `The field '${name}' is not called in lower_snake_case: generated code and JSON make names from the parts between underscores.`,
          suggestion: `${lowerSnake(name)} with [json_name = "${name.slice(0, MOST_NAME)}"], if JSON is in use.`,
        };
      }
    },
  },
  {
    id: 'oneof-name-style',
    group: 'naming',
    severity: 'info',
    summary: 'Oneofs are called in lower_snake_case.',
    *check({ messages }) {
      for (const { path, message } of messages) {
        for (const { name } of message.oneofs) {
          if (LOWER_SNAKE.test(name)) continue;
          yield {
            path,
            message: `The oneof '${name}' is not called in lower_snake_case.`,
            suggestion: `oneof ${lowerSnake(name)}`,
          };
        }
      }
    },
  },
  {
    id: 'repeated-not-plural',
    group: 'naming',
    severity: 'off',
    summary: 'A repeated field has a plural for a name.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        if (member.label !== 'repeated' || member.group) continue;
        const last = nameWords(member.name).at(-1) ?? '';
        if ((last.endsWith('s') && !SINGULAR.test(last)) || NO_PLURAL.has(last)) continue;
        yield {
          path,
          message: `'${member.name}' holds several values and is called like one.`,
          suggestion: `In a new field: ${plural(member.name)}`,
        };
      }
    },
  },
  {
    id: 'boolean-with-is',
    group: 'naming',
    severity: 'off',
    summary: 'A boolean has no is_ before its name: generated code adds one.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        const { name, type, mapKey } = member;
        if (type !== 'bool' || mapKey !== undefined || !/^is_./.test(name)) continue;
        yield {
          path,
          message: `'${name}' becomes isIs… or getIs… in generated code.`,
          suggestion: `In a new field: bool ${name.slice(3)}`,
        };
      }
    },
  },
  {
    id: 'field-is-keyword',
    group: 'naming',
    severity: 'info',
    summary: 'No field is called like a keyword of Java, Go, Python or C++.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        if (!KEYWORDS.has(member.name)) continue;
        yield {
          path,
          message: `'${member.name}' is a keyword: generated code calls the field otherwise in some languages, or cannot be used there.`,
          suggestion: `In a new field: ${member.name}_value, or a name that says more.`,
        };
      }
    },
  },
  {
    id: 'fields-differ-in-case',
    group: 'naming',
    severity: 'warning',
    summary: 'Fields of a message differ in more than case and underscores.',
    *check({ messages }) {
      for (const { path, message, fields } of messages) {
        const alike = new Map<string, string[]>();
        for (const { member } of fields) {
          const key = member.name.toLowerCase().replace(/_/g, '');
          alike.set(key, [...(alike.get(key) ?? []).slice(0, 20), member.name]);
        }
        for (const names of alike.values()) {
          if (names.length < 2) continue;
          yield {
            path,
            message: `The fields ${sayNames(names)} of '${message.name}' get the same name in generated code and in JSON or SQL.`,
            suggestion: 'Give them names that say what makes them different.',
          };
        }
      }
    },
  },
];

function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
