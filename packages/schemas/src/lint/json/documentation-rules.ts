import { membersOf } from '../../field-walk/json/schema-links.ts';
import { groupBy } from '../../group-by.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { nameWords } from '../../name-words.ts';
import { placeSubject } from '../../structural-difference/say-value.ts';
import type { JsonLintRule } from './json-lint-rule.ts';
import { sayNames } from './say-names.ts';

/** Documentation: what the next reader has instead of the author. */
export const documentationRules: readonly JsonLintRule[] = [
  {
    id: 'title-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'A schema has a title, by which generated classes are called.',
    *check({ outline }) {
      if (hasText(outline.links.documents.root, 'title')) return;
      yield {
        path: '',
        message:
          'The schema has no title: code generators and Kafka Connect make up a name for it.',
        suggestion: '"title": "Order"',
      };
    },
  },
  {
    id: 'description-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'A schema says what it describes.',
    *check({ outline }) {
      if (hasText(outline.links.documents.root, 'description')) return;
      yield {
        path: '',
        message: 'The schema has no description.',
        suggestion: '"description": "<what one message stands for, and when it is written>"',
      };
    },
  },
  {
    id: 'property-description-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'Properties are described.',
    *check({ outline }) {
      for (const [{ path }, fields] of groupBy(outline.fields, ({ object }) => object)) {
        const bare = fields.filter(({ places }) =>
          places.every((place) => !outline.factsOf(place).doc?.trim()),
        );
        const [first] = bare;
        if (first === undefined) continue;
        const names = [...new Set(bare.map(({ name }) => name))];
        const { within } = placeSubject(path);
        yield {
          path,
          message: `Of the properties of ${within}, ${sayNames(names)} ${names.length === 1 ? 'has' : 'have'} no description.`,
          suggestion: `"description": "<what '${first.name.slice(0, 60)}' means, its unit and its allowed values>"`,
        };
      }
    },
  },
  {
    id: 'definition-description-missing',
    group: 'documentation',
    severity: 'off',
    summary: 'Definitions are described.',
    *check({ outline }) {
      for (const [name, place] of outline.definitions) {
        if (hasText(place, 'description') || typeof place.value === 'boolean') continue;
        yield {
          path: outline.types.get(place.value)?.path ?? '',
          message: `The definition '${name.slice(0, 60)}' has no description.`,
          suggestion: `"description": "<what one ${name.slice(0, 60)} stands for>"`,
        };
      }
    },
  },
  {
    id: 'description-repeats-name',
    group: 'documentation',
    severity: 'info',
    summary: 'A description says more than the name does.',
    *check({ outline }) {
      for (const { path, name, places } of outline.fields) {
        const doc = membersOf(places[0]).get('description');
        if (typeof doc !== 'string' || doc.trim() === '' || doc.length > 100) continue;
        const said = nameWords(doc).filter((word) => !['the', 'a', 'an', 'of'].includes(word));
        if (said.join('') !== nameWords(name).join('')) continue;
        yield {
          path,
          message: `The description of '${name}' only repeats its name.`,
          suggestion: `"description": "<what '${name}' means, its unit and its allowed values>"`,
        };
      }
    },
  },
];

function hasText(place: SchemaPlace, keyword: string): boolean {
  const text = membersOf(place).get(keyword);
  return typeof text === 'string' && text.trim() !== '';
}
