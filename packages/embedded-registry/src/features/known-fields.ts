import type { Shape } from '../http/body-shape.ts';
import type { Feature, Features } from './features.ts';

type Fields = Readonly<Record<string, Feature>>;

/** Fields of a configuration that older releases do not have. */
export const configFieldsSince: Fields = {
  alias: 'alias',
  aliasForDeks: 'aliasForDeks',
  normalize: 'normalizeConfig',
  validateFields: 'validateFields',
  validateNewSchemas: 'validateNewSchemas',
  validateRules: 'validateRules',
  compatibilityPolicy: 'compatibilityPolicy',
  compatibilityGroup: 'compatibilityGroup',
  defaultMetadata: 'metadata',
  overrideMetadata: 'metadata',
  defaultRuleSet: 'ruleSets',
  overrideRuleSet: 'ruleSets',
};

/** Fields of request bodies that older releases ignore, by the name of their shape. */
const fieldsSince: Readonly<Record<string, Fields>> = {
  RegisterSchemaRequest: {
    metadata: 'metadata',
    ruleSet: 'ruleSets',
    schemaTagsToAdd: 'tags',
    schemaTagsToRemove: 'tags',
    propagateSchemaTags: 'tags',
  },
  RuleSet: { encodingRules: 'encodingRules', enableAt: 'enableAt' },
  ConfigUpdateRequest: configFieldsSince,
};

/**
 * Prepares the shapes of bodies: fields that a release does not know are left out, so that they are ignored, whatever is in
 * them.
 *
 * @returns undefined where it knows all fields
 */
export function knownShapes(features: Features): ((shape: Shape) => Shape) | undefined {
  const later = Object.values(fieldsSince).flatMap((fields) => Object.values(fields));
  if (later.every((feature) => features[feature])) return undefined;
  const prepared = new WeakMap<Shape, Shape>();

  function known(shape: Shape): Shape {
    const before = prepared.get(shape);
    if (before) return before;
    const after = withoutLater(shape);
    prepared.set(shape, after);
    return after;
  }

  function withoutLater(shape: Shape): Shape {
    if (shape.kind === 'list' || shape.kind === 'set' || shape.kind === 'map')
      return { ...shape, of: known(shape.of) };
    if (shape.kind !== 'object') return shape;
    const since = fieldsSince[shape.name] ?? {};
    const fields = Object.entries(shape.fields).flatMap(([name, field]) => {
      const feature = since[name];
      return feature && !features[feature] ? [] : [[name, known(field)] as const];
    });
    return { ...shape, fields: Object.fromEntries(fields) };
  }

  return known;
}
