import type { CompatibilityPolicy, Direction } from '../../compatibility/difference.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { sayJson, shorten } from '../../structural-difference/say-value.ts';
import type { Draft, Passage } from '../draft.ts';
import { compareJson } from './compare-json.ts';
import { partAt } from './find-part.ts';
import type { JsonEditor, PlacedProperty } from './json-editor.ts';
import { editJson, propertyAt, zeroJson } from './json-editor.ts';
import { pathSteps } from './path-steps.ts';

/** What happens to a property on the way. */
interface PropertyStep {
  side: 'old' | 'next';
  property: PlacedProperty;
  what: 'default' | 'omit';
}

/**
 * Schemas between two JSON Schemas, where each only has to fit the one before it: the older one and
 * the newer one with defaults on properties that must be there on one side only, and the newer one
 * without the properties that do not fit at all. Whether a registry takes these depends on its policy
 * and on whether the schemas are open, so much of this passes only now and then.
 */
export function jsonPassage(
  old: JsonSchema,
  next: JsonSchema,
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): Passage {
  const steps = propertySteps(old, next, directions, policy);
  const omitted = steps.filter(({ what }) => what === 'omit');
  const drafts: Draft[] = [];

  function draft(side: 'old' | 'next', omits: boolean): void {
    const editor = side === 'old' ? editJson(old, next) : editJson(next, old);
    const reasons = new Map<string, string>();
    for (const step of steps.filter((each) => each.side === side)) {
      const name = `'${shorten(step.property.name)}'`;
      if (step.what === 'omit' && omits) {
        editor.omit(step.property);
        reasons.set(
          `omit ${name}`,
          `Leaves out ${name}, as what it may be changes in a way that does not fit.`,
        );
      } else if (editor.isRequired(step.property)) giveDefault(step.property, editor, reasons);
    }
    if (reasons.size === 0) return;
    const schema = editor.finish();
    if (schema !== undefined) drafts.push({ schema, reasons });
  }

  draft('old', false);
  if (omitted.length > 0) draft('next', true);
  draft('next', false);
  return { drafts, leavesOut: omitted.length > 0 };
}

function propertySteps(
  old: JsonSchema,
  next: JsonSchema,
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): PropertyStep[] {
  const steps = new Map<string, PropertyStep>();
  for (const { type, path, direction } of compareJson(next, old, directions, policy) ?? []) {
    // A path is one in the schema that reads.
    const reader = direction === 'backward' ? ('next' as const) : ('old' as const);
    const isRequirement = type.startsWith('REQUIRED_');
    const sides = isRequirement ? ([reader] as const) : (['next'] as const);
    for (const side of sides) {
      const document = side === 'next' ? next.value : old.value;
      const property = propertyAt(document, pathSteps(path));
      if (property === undefined) continue;
      const what = isRequirement ? 'default' : 'omit';
      const key = `${side} ${property.owner.join('/')} ${property.name}`;
      if (what === 'omit' || !steps.has(key)) steps.set(key, { side, property, what });
    }
  }
  return [...steps.values()];
}

function giveDefault(
  { owner, name }: PlacedProperty,
  editor: JsonEditor,
  reasons: Map<string, string>,
): void {
  const path = [...owner, 'properties', name];
  const property = partAt(editor.value(), path);
  if (!isJsonObject(property) || property.has('default')) return;
  const value = zeroJson(property);
  editor.put([...path, 'default'], value);
  reasons.set(
    `default '${name}'`,
    `Gives '${shorten(name)}', which must be there, the default ${sayJson(value)}. A registry then takes it; validators do not fill defaults in, so consumers have to.`,
  );
}
