import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { schemaDocuments } from '../documents.ts';
import type { SchemaPlace } from '../schema-place.ts';
import type { KeywordGroup } from './keyword-groups.ts';
import { keywordGroups } from './keyword-groups.ts';
import { loadType } from './load-type.ts';
import type { Criterion, SchemaModel, Subschema } from './model.ts';
import type { OpenSchema } from './open-schema.ts';
import { schemasAt, textAt, textsIn } from './open-schema.ts';

const GROUPS = [
  'array',
  'object',
  'number',
  'string',
  'condition',
] as const satisfies KeywordGroup[];
const CRITERIA = ['allOf', 'anyOf', 'oneOf'] as const satisfies Criterion[];

/**
 * Loads a schema as it is compared: each schema is of one kind, and one that is of several is an
 * `allOf` of them. Parts are only loaded when they are asked for.
 */
export function loadModel(root: JsonSchema): SchemaModel {
  const { draft } = root;
  const isLate = draft === '2019-09' || draft === '2020-12';
  const documents = schemaDocuments(root);
  // What is referred to is loaded once, and apart from where it stands.
  const referred = new Map<JsonValue, Subschema>();

  function load(place: SchemaPlace): SchemaModel {
    if (place.value === false) return { kind: 'nothing' };
    const kinds = loadKinds(place);
    const [first] = kinds;
    if (first === undefined) return { kind: 'anything' };
    return kinds.length === 1
      ? first.load()
      : { kind: 'combined', criterion: 'allOf', parts: kinds };
  }

  function loadKinds(place: SchemaPlace): Subschema[] {
    const { value } = place;
    if (!isJsonObject(value)) return [];
    const child = (...steps: (string | number)[]) => loadChild(place, steps);
    const schema: OpenSchema = { value, draft, isLate, child };
    const reference =
      textAt(schema, '$ref') ?? (isLate ? textAt(schema, '$dynamicRef') : undefined);
    const kinds = reference === undefined ? [] : [follow(reference, place)];
    // Before 2019-09, nothing counts beside a reference.
    if (kinds.length > 0 && !isLate) return kinds;
    for (const criterion of CRITERIA) {
      if (!isJsonArray(value.get(criterion))) continue;
      const parts = () => loadParts(criterion, schema, place);
      kinds.push(later(() => ({ kind: 'combined', criterion, parts: parts() })));
    }
    return [...kinds, ...loadValues(schema), ...loadNegation(schema), ...loadTypes(schema)];
  }

  function follow(reference: string, from: SchemaPlace): Subschema {
    const to = documents.resolve(reference, from);
    if (to === undefined) return later(() => ({ kind: 'anything' }));
    const target = referred.get(to.value) ?? later(() => load(to));
    referred.set(to.value, target);
    return later(() => ({ kind: 'reference', target }));
  }

  function loadParts(criterion: Criterion, schema: OpenSchema, place: SchemaPlace): Subschema[] {
    const parts = schemasAt(schema, criterion);
    if (criterion !== 'allOf' || !isLate) return parts;
    // Since 2019-09, the kinds of a part that is of several stand beside the other parts.
    return parts.flatMap((part, index) => {
      const inner = documents.child(place, criterion, index);
      const kinds = inner === undefined ? [] : loadKinds(inner);
      return kinds.length > 1 ? kinds : [part];
    });
  }

  function loadChild(place: SchemaPlace, steps: (string | number)[]): Subschema | undefined {
    const inner = documents.child(place, ...steps);
    if (inner === undefined) return undefined;
    return later(() => load(inner), isJsonObject(inner.value) && inner.value.has('default'));
  }

  return load(documents.root);
}

function loadValues({ value, draft }: OpenSchema): Subschema[] {
  const found: Subschema[] = [];
  const values = value.get('enum');
  if (isJsonArray(values)) {
    found.push(later(() => ({ kind: 'enum', values: new Set(values.map(spell)) })));
  }
  const constant = draft === 'draft-04' ? undefined : value.get('const');
  if (constant !== undefined) found.push(later(() => ({ kind: 'const', value: spell(constant) })));
  return found;
}

function loadNegation({ child }: OpenSchema): Subschema[] {
  const schema = child('not');
  return schema === undefined ? [] : [later(() => ({ kind: 'not', schema }))];
}

/** What is said about types that are named, and then about those whose keywords are there. */
function loadTypes(schema: OpenSchema): Subschema[] {
  const { value, draft } = schema;
  const type = value.get('type');
  const named = typeof type === 'string' ? [type] : [...textsIn(type)];
  const types = named.map((each) => later(() => loadType(each, schema)));
  const groups = keywordGroups[draft];
  const others = GROUPS.filter(
    (group) =>
      !named.includes(group) &&
      !(group === 'number' && named.includes('integer')) &&
      groups[group].some((keyword) => value.has(keyword)),
  ).map((group) => later(() => loadType(group, schema)));
  if (!isJsonArray(type)) return [...types, ...others];
  return [later(() => ({ kind: 'combined', criterion: 'anyOf', parts: types })), ...others];
}

/** Spells equal values equally: keys sorted, numbers as they are written. */
function spell(value: JsonValue): string {
  return printLosslessJson(value, { sortKeys: true });
}

/** Loads when it is asked for the first time. */
function later(load: () => SchemaModel, hasDefault = false): Subschema {
  let model: SchemaModel | undefined;
  return {
    hasDefault,
    load: () => {
      model ??= load();
      return model;
    },
  };
}
