import { membersOf } from '../../field-walk/json/schema-links.ts';
import { everyKind } from '../../field-walk/json/value-facts.ts';
import { groupBy } from '../../group-by.ts';
import { writtenDraft } from '../../json/draft.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import { placeSubject, sayJson } from '../../structural-difference/say-value.ts';
import type { JsonLintRule } from './json-lint-rule.ts';
import { sayNames } from './say-names.ts';

const URL_OF_DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const CONTENT = ['additionalProperties', 'unevaluatedProperties', 'patternProperties'];

/** What makes the next version harder than it need be. */
export const evolutionRules: readonly JsonLintRule[] = [
  {
    id: 'draft-missing',
    group: 'evolution',
    severity: 'warning',
    summary: 'A schema says in which draft it is written.',
    *check({ outline }) {
      const { root } = outline.links.documents;
      if (typeof root.value === 'boolean' || membersOf(root).has('$schema')) return;
      yield {
        path: '',
        message:
          'The schema does not say in which draft it is written: a registry takes it for draft 7, other tools for what they know best.',
        suggestion: `"$schema": "http://json-schema.org/draft-07/schema#", which is what a registry reads now; or "${URL_OF_DRAFT}", if nothing in it changes its meaning.`,
      };
    },
  },
  {
    id: 'draft-unknown',
    group: 'evolution',
    severity: 'warning',
    summary: 'The draft is one that is known.',
    *check({ outline }) {
      const { root } = outline.links.documents;
      const written = membersOf(root).get('$schema');
      if (written === undefined || writtenDraft(root.value) !== undefined) return;
      yield {
        path: '',
        message: `The draft ${sayJson(written)} is not known: the schema is read as draft 7.`,
        suggestion: `"$schema": "${URL_OF_DRAFT}"`,
      };
    },
  },
  {
    id: 'id-missing',
    group: 'evolution',
    severity: 'off',
    summary: 'A schema has an identifier by which others can refer to it.',
    *check({ schema, outline }) {
      const keyword = schema.draft === 'draft-04' ? 'id' : '$id';
      const { root } = outline.links.documents;
      if (typeof root.value === 'boolean' || membersOf(root).has(keyword)) return;
      yield {
        path: '',
        message:
          'The schema has no identifier: others can refer to it only by the name they give it.',
        suggestion: `"${keyword}": "https://example.com/schemas/order.json"`,
      };
    },
  },
  {
    id: 'id-relative',
    group: 'evolution',
    severity: 'info',
    summary: 'The identifier of a schema is an absolute URI.',
    *check({ schema, outline }) {
      const keyword = schema.draft === 'draft-04' ? 'id' : '$id';
      const written = membersOf(outline.links.documents.root).get(keyword);
      if (typeof written !== 'string' || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(written)) return;
      yield {
        path: '',
        message: `The identifier '${written.slice(0, 100)}' is relative: what it stands for depends on where the schema was found.`,
        suggestion: `"${keyword}": "https://example.com/${written.slice(0, 100).replace(/^\/+/, '')}"`,
      };
    },
  },
  {
    id: 'content-model-unstated',
    group: 'evolution',
    severity: 'warning',
    summary: 'An object says whether it takes other properties.',
    *check({ outline }) {
      const silent = outline.values.filter(({ place, role, isPart }) => {
        const members = membersOf(place);
        const properties = members.get('properties');
        if (role === 'condition' || isPart || !isJsonObject(properties)) return false;
        return properties.size > 0 && !CONTENT.some((keyword) => members.has(keyword));
      });
      const [first, ...more] = silent;
      if (first === undefined) return;
      const paths = [...new Set(more.map(({ path }) => path))];
      const others = paths.length === 0 ? '' : ` So do ${sayNames(paths)}.`;
      yield {
        path: first.path,
        message: `The object does not say whether it takes other properties, so it takes any: at BACKWARD and FULL a registry refuses every property that is added to it later, unless its policy is LENIENT.${others}`,
        suggestion: `"additionalProperties": false`,
      };
    },
  },
  {
    id: 'root-is-no-object',
    group: 'evolution',
    severity: 'warning',
    summary: 'A message is an object, to which properties can be added.',
    *check({ outline }) {
      const { root } = outline.links.documents;
      const { kinds } = outline.factsOf(root);
      if (kinds.has('object') || kinds.size === 0) return;
      yield {
        path: '',
        message: `A message is no object but ${[...kinds].filter((kind) => kind !== 'integer' || !kinds.has('number')).join(' or ')}: nothing can be added to it later, and sinks have no columns for it.`,
        suggestion: '{"type": "object", "properties": {"value": …}, "additionalProperties": false}',
      };
    },
  },
  {
    id: 'default-of-required',
    group: 'evolution',
    severity: 'info',
    summary: 'A property is required or has a default, not both.',
    *check({ outline }) {
      for (const { path, name, required, places } of outline.fields) {
        const fallback = membersOf(places[0]).get('default');
        if (!required || fallback === undefined) continue;
        yield {
          path,
          message: `'${name}' is required, so its default ${sayJson(fallback)} is never used; a registry takes the one for leave to add the property, validators refuse data without it.`,
          suggestion: `Take '${name}' out of "required", or remove the default.`,
        };
      }
    },
  },
  {
    id: 'several-kinds',
    group: 'structure',
    severity: 'info',
    summary: 'A value is of one kind, null aside.',
    *check({ outline }) {
      for (const [{ path }, fields] of groupBy(outline.fields, ({ object }) => object)) {
        const mixed = fields.filter(({ places }) => {
          const { kinds } = outline.factsOf(places[0]);
          const counted = [...kinds].filter(
            (kind) => kind !== 'null' && (kind !== 'integer' || !kinds.has('number')),
          );
          return counted.length > 1 && kinds.size < everyKind.size - 1;
        });
        const [first] = mixed;
        if (first === undefined) continue;
        const { within } = placeSubject(path);
        const names = sayNames([...new Set(mixed.map(({ name }) => name))]);
        yield {
          path: mixed.length === 1 ? first.path : path,
          message: `Of the properties of ${within}, ${names} can be of several kinds: typed languages, Connect and SQL sinks have no place for that.`,
          suggestion: 'Write one property for each kind, each optional.',
        };
      }
    },
  },
];
