import { nameWords } from '../../name-words.ts';
import type { Complaint } from '../lint-rule.ts';
import type { AvroLintRule, LintedAvro } from './avro-lint-rule.ts';

const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const LEGAL = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MOST_NAMES = 8;

/** Names: one style by kind, and only such as every tool takes. */
export const namingRules: readonly AvroLintRule[] = [
  {
    id: 'illegal-name',
    group: 'naming',
    severity: 'error',
    summary: 'Names are letters, digits and underscores; a registry refuses others.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (!type.name.fullName.split('.').every((part) => LEGAL.test(part))) {
          yield illegal(path, type.type, type.name.fullName);
        }
        const symbols = type.type === 'enum' ? type.symbols : [];
        for (const symbol of symbols)
          if (!LEGAL.test(symbol)) yield illegal(path, 'symbol', symbol);
      }
      for (const { path, field } of outline.fields) {
        if (!LEGAL.test(field.name)) yield illegal(path, 'field', field.name);
      }
    },
  },
  {
    id: 'type-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Records, enums and fixed are called in UpperCamelCase.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        const { name } = type.name;
        if (/^[A-Z][A-Za-z0-9]*$/.test(name) || !LEGAL.test(name)) continue;
        yield {
          path,
          message: `The ${type.type} '${name}' is not called in UpperCamelCase, as the classes made from it are.`,
          suggestion: `"name": "${upperCamel(name)}", "aliases": ["${name}"]`,
        };
      }
    },
  },
  {
    id: 'field-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Fields are called in lowerCamelCase or in snake_case.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        const { name } = field;
        if (CAMEL.test(name) || SNAKE.test(name) || !LEGAL.test(name)) continue;
        yield {
          path,
          message: `The field '${name}' is called neither in lowerCamelCase nor in snake_case.`,
          suggestion: `"name": "${lowerCamel(name)}", "aliases": ["${name}"]`,
        };
      }
    },
  },
  {
    id: 'mixed-field-styles',
    group: 'naming',
    severity: 'info',
    summary: 'The fields of one schema keep to one style of names.',
    check: checkMixedStyles,
  },
  {
    id: 'symbol-style',
    group: 'naming',
    severity: 'info',
    summary: 'Symbols of enums are called in UPPER_CASE.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (type.type !== 'enum') continue;
        const odd = type.symbols.filter((symbol) => !/^[A-Z][A-Z0-9_]*$/.test(symbol));
        if (odd.length === 0) continue;
        yield {
          path,
          message: `Of the enum '${type.name.name}', ${sayNames(odd)} ${odd.length === 1 ? 'is' : 'are'} not in UPPER_CASE.`,
          suggestion: `For new symbols, write ${sayNames(odd.map(upperSnake))}. Those in use cannot be renamed: an enum has no aliases for symbols.`,
        };
      }
    },
  },
  {
    id: 'namespace-missing',
    group: 'naming',
    severity: 'warning',
    summary: 'Types have a namespace.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (type.name.namespace !== undefined) continue;
        yield {
          path,
          message: `The ${type.type} '${type.name.name}' has no namespace: it clashes with others of its name, and types of a namespace cannot refer to it.`,
          suggestion: `"name": "${type.name.name}", "namespace": "com.example"`,
        };
      }
    },
  },
  {
    id: 'namespace-style',
    group: 'naming',
    severity: 'info',
    summary: 'Namespaces are lower case, as Java packages are.',
    *check({ outline }) {
      const seen = new Set<string>();
      for (const { path, type } of outline.types.values()) {
        const { namespace } = type.name;
        if (namespace === undefined || seen.has(namespace)) continue;
        seen.add(namespace);
        if (/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(namespace)) continue;
        yield {
          path,
          message: `The namespace '${namespace}' is not in lower case, as Java packages are.`,
          suggestion: `"namespace": "${namespace.toLowerCase()}" for a new schema; an existing one keeps its own.`,
        };
      }
    },
  },
];

function* checkMixedStyles({ outline }: LintedAvro): Iterable<Complaint> {
  const names = [...new Set(outline.fields.map(({ field }) => field.name))];
  const camel = names.filter((name) => CAMEL.test(name) && /[A-Z]/.test(name));
  const snake = names.filter((name) => SNAKE.test(name) && name.includes('_'));
  if (camel.length === 0 || snake.length === 0) return;
  const [odd, style, rewrite] =
    camel.length < snake.length
      ? ([camel, 'snake_case', snakeCase] as const)
      : ([snake, 'lowerCamelCase', lowerCamel] as const);
  yield {
    path: '',
    message: `Most field names of several words are in ${style}, but not ${sayNames(odd)}.`,
    suggestion: `Call them ${sayNames(odd.map(rewrite))}, with the old name as an alias.`,
  };
}

function illegal(path: string, kind: string, name: string): Complaint {
  return {
    path,
    message: `The name '${name}' of a ${kind} has characters that a registry does not take in a new schema.`,
    suggestion: `"name": "${name.replace(/^[^A-Za-z_]/, '_').replace(/[^A-Za-z0-9_.]/g, '_')}"`,
  };
}

function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `'${name}'`);
  const hidden = names.length - shown.length;
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}

function upperCamel(name: string): string {
  return nameWords(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function lowerCamel(name: string): string {
  const camel = upperCamel(name);
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}

function snakeCase(name: string): string {
  return nameWords(name).join('_');
}

function upperSnake(name: string): string {
  return snakeCase(name).toUpperCase();
}
