import { groupBy } from '../../group-by.ts';
import { nameWords } from '../../name-words.ts';
import type { Complaint } from '../lint-rule.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';
import { sayName, sayNames } from './say-names.ts';

/** How names of several words are written, and how to write one so. */
const STYLES: Readonly<Record<string, { pattern: RegExp; write(words: string[]): string }>> = {
  lowerCamelCase: {
    pattern: /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/,
    write: ([first = '', ...more]) => first + more.map(capital).join(''),
  },
  UpperCamelCase: {
    pattern: /^[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+$/,
    write: (words) => words.map(capital).join(''),
  },
  snake_case: { pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/, write: (words) => words.join('_') },
  'kebab-case': { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, write: (words) => words.join('-') },
};

/** Names: one style, and only such as every tool takes. */
export const namingRules: readonly JsonLintRule[] = [
  {
    id: 'property-name-characters',
    group: 'naming',
    severity: 'info',
    summary: 'Properties are called by letters, digits and marks that need no escape.',
    *check({ outline }) {
      for (const { path, name } of outline.fields) {
        if (/^[\p{L}\p{N}_$@][\p{L}\p{N}_$@.:/-]*$/u.test(name)) continue;
        const words = nameWords(name).join('_') || 'name';
        yield {
          path,
          message: `The property ${sayName(name)} has characters that must be escaped in queries and have no place in generated code.`,
          suggestion: `"${words.slice(0, 60)}": {…}`,
        };
      }
    },
  },
  {
    id: 'mixed-property-styles',
    group: 'naming',
    severity: 'info',
    summary: 'The properties of one schema keep to one style of names.',
    check: checkStyles,
  },
  {
    id: 'properties-differ-in-case',
    group: 'naming',
    severity: 'warning',
    summary: 'Properties of an object differ in more than case.',
    *check({ outline }) {
      const objects = groupBy(outline.fields, ({ object }) => object);
      for (const [{ path }, fields] of objects) {
        const names = fields.map(({ name }) => name);
        for (const alike of groupBy(names, (name) => name.toLowerCase()).values()) {
          if (new Set(alike).size < 2) continue;
          yield {
            path,
            message: `The properties ${sayNames([...new Set(alike)])} differ only in case: SQL sinks take them for one column.`,
            suggestion: 'Give them names that say what makes them different.',
          };
        }
      }
    },
  },
  {
    id: 'definition-name-characters',
    group: 'naming',
    severity: 'info',
    summary: 'Definitions are called by letters, digits, points, underscores and hyphens.',
    *check({ outline }) {
      for (const [name, { value }] of outline.definitions) {
        if (/^[A-Za-z0-9._-]+$/.test(name)) continue;
        yield {
          path: outline.types.get(value)?.path ?? '',
          message: `The definition ${sayName(name)} must be escaped in every "$ref".`,
          suggestion: `"${nameWords(name).join('-').slice(0, 60) || 'name'}": {…}`,
        };
      }
    },
  },
];

function* checkStyles({ outline }: LintedJson): Iterable<Complaint> {
  const names = [...new Set(outline.fields.map(({ name }) => name))];
  const byStyle = Object.entries(STYLES)
    .map(([style, { pattern, write }]) => ({
      style,
      write,
      found: names.filter((name) => pattern.test(name)),
    }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.found.length - a.found.length);
  const [most, ...others] = byStyle;
  const odd = others.flatMap(({ found }) => found);
  if (most === undefined || odd.length === 0) return;
  yield {
    path: '',
    message: `Most property names of several words are in ${most.style}, but not ${sayNames(odd)}.`,
    suggestion: `Call new properties like ${sayNames(odd.map((name) => most.write(nameWords(name))))}; those in use cannot be renamed, as JSON Schema has no aliases.`,
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
