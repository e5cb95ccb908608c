import { javaHashOrder } from '../../java-hash-order.ts';
import type { Cover } from './compare-content.ts';
import { compareCovered, compareRemoved } from './compare-content.ts';
import { compareDependencies } from './compare-dependencies.ts';
import { compareLimits } from './compare-limits.ts';
import { compareRest, unevaluatedRest } from './compare-rest.ts';
import type { Asking, Found, Tools } from './comparison.ts';
import { COST_OF_NAME, differ } from './comparison.ts';
import type { ObjectSchema, Subschema } from './model.ts';

/** Compares what two schemas say about objects. */
export function* compareObjects(
  original: ObjectSchema,
  update: ObjectSchema,
  tools: Tools,
): Asking<Found[]> {
  tools.spend((original.properties.size + update.properties.size) * COST_OF_NAME);
  return [
    ...compareRequired(original, update),
    ...(yield* compareProperties(original, update, tools)),
    ...compareDependencies(original, update, tools),
    ...compareRest(original.additionalProperties, update.additionalProperties, [
      'additionalProperties',
      'ADDITIONAL_PROPERTIES',
    ]),
    ...compareRest(
      unevaluatedRest(original.unevaluatedProperties),
      unevaluatedRest(update.unevaluatedProperties),
      ['unevaluatedProperties', 'UNEVALUATED_PROPERTIES'],
    ),
    ...compareLimits(original, update, [
      ['maxProperties', 'MAX_PROPERTIES'],
      ['minProperties', 'MIN_PROPERTIES'],
    ]),
  ];
}

/** A name that the original has no property for is left to the comparison of properties. */
function compareRequired(original: ObjectSchema, update: ObjectSchema): Found[] {
  if (original.required.size === 0 && update.required.size === 0) return [];
  return javaHashOrder(original.properties.keys())
    .filter((name) => original.required.has(name) !== update.required.has(name))
    .map((name) => {
      if (original.required.has(name))
        return differ('REQUIRED_ATTRIBUTE_REMOVED', 'required', name);
      if (update.properties.get(name)?.hasDefault) {
        return differ('REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED', 'required', name);
      }
      return differ('REQUIRED_ATTRIBUTE_ADDED', 'required', name);
    });
}

function* compareProperties(
  original: ObjectSchema,
  update: ObjectSchema,
  tools: Tools,
): Asking<Found[]> {
  const names = new Set([...original.properties.keys(), ...update.properties.keys()]);
  const found: Found[] = [];
  for (const name of javaHashOrder(names, { reserved: original.properties.size })) {
    const before = original.properties.get(name)?.load();
    const after = update.properties.get(name);
    const steps = ['properties', name];
    if (before !== undefined && after !== undefined) {
      found.push({ original: before, update: after.load(), steps });
    } else if (after !== undefined) {
      found.push(...(yield* compareAdded(name, after, original, update, tools)));
    } else if (before !== undefined) {
      const cover = coverOf(name, update, tools);
      found.push(...(yield* compareRemoved('PROPERTY', before, cover, steps)));
    }
  }
  return found;
}

function* compareAdded(
  name: string,
  property: Subschema,
  original: ObjectSchema,
  update: ObjectSchema,
  tools: Tools,
): Asking<Found[]> {
  const cover = coverOf(name, original, tools);
  const schema = property.load();
  const steps = ['properties', name];
  if (cover === 'everything' && schema.kind === 'anything') {
    return [differ('PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL', ...steps)];
  }
  const withDefault = property.hasDefault ? 'REQUIRED_PROPERTY_WITH_DEFAULT' : 'REQUIRED_PROPERTY';
  const what = update.required.has(name) ? withDefault : 'OPTIONAL_PROPERTY';
  if (cover === 'everything') return [differ(`${what}_ADDED_TO_OPEN_CONTENT_MODEL`, ...steps)];
  const added = differ(`${what}_ADDED_TO_UNOPEN_CONTENT_MODEL`, ...steps);
  if (cover === 'nothing') return [added];
  return [...(yield* compareCovered('PROPERTY', cover, schema, steps)), added];
}

/** What a schema takes as the value of a property that it does not name. */
function coverOf(name: string, schema: ObjectSchema, { matches }: Tools): Cover {
  for (const [pattern, covering] of schema.patternProperties) {
    if (matches(pattern, name)) return covering.load();
  }
  const { additionalProperties } = schema;
  const unevaluatedProperties = unevaluatedRest(schema.unevaluatedProperties);
  if (typeof additionalProperties === 'object') return additionalProperties.load();
  if (typeof unevaluatedProperties === 'object') return unevaluatedProperties.load();
  // With patterns a schema counts as closed for all other names, whatever it says about them.
  const hasPatterns = schema.patternProperties.size > 0;
  return additionalProperties && unevaluatedProperties && !hasPatterns ? 'everything' : 'nothing';
}
