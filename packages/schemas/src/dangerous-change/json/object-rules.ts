import type { JsonChange } from '../../structural-difference/json/json-change.ts';
import { levelsFor } from './accepting-levels.ts';
import type { JsonDangerRule } from './json-danger-rule.ts';

/** Properties, and what may stand beside them. */
export const objectRules: readonly JsonDangerRule[] = [
  {
    id: 'property-renamed',
    kinds: ['field_removed'],
    severity: 'error',
    summary: 'A property went and one like it came, so the values under the old name are lost.',
    judge(change, { becameOf, acceptanceOfRename }) {
      const like = becameOf(change);
      const [old, next] = [change.was.field, like?.added.is.field];
      if (like === undefined || old === undefined || next === undefined) return undefined;
      return {
        severity: like.byName ? 'error' : 'warning',
        message: `'${old.name}' seems to be called '${next.name}' now: JSON Schema has no aliases, so new readers do not find what was written as '${old.name}', nor older readers what is written as '${next.name}'.`,
        advice: `Keep '${old.name}', or write both until every reader knows '${next.name}'.`,
        acceptedAt: levelsFor(acceptanceOfRename(change, like.added)),
      };
    },
  },
  {
    id: 'property-removed',
    kinds: ['field_removed'],
    severity: 'warning',
    summary: 'A property was removed, so its values are not checked any more, or are refused.',
    judge(change, { becameOf, acceptanceOf }) {
      if (becameOf(change) !== undefined) return undefined;
      const accepted = acceptanceOf(change);
      const name = change.was.field?.name ?? '';
      if (accepted.backward) {
        return {
          severity: 'info',
          message: `Messages may still hold '${name}', of any type now; new readers pass over it.`,
          advice: `Keep the property with "deprecated": true while anything writes it, so that its name is not used for something else.`,
          acceptedAt: levelsFor(accepted),
        };
      }
      return {
        message: `New readers refuse stored data that holds '${name}', as the object takes no other properties.`,
        advice: `Keep '${name}' as an optional property with "deprecated": true.`,
        acceptedAt: levelsFor(accepted),
      };
    },
  },
  {
    id: 'property-added-to-open-object',
    kinds: ['field_added'],
    severity: 'warning',
    summary:
      'A property was added to an object that took any, so stored data may hold another value.',
    judge(change, { acceptanceOf, chosenAlike, isNewName, isLenient }) {
      const isTrap = (added: JsonChange): boolean => {
        if (added.is.field === undefined || added.is.field.required) return false;
        if (isNewName(added)) return false;
        const { backward, forward } = acceptanceOf(added);
        return forward && (!backward || isLenient);
      };
      const traps = chosenAlike(change, isTrap);
      if (traps[0] !== change) return undefined;
      const name = change.is.field?.name ?? '';
      const others = traps.length - 1;
      const names = others === 0 ? `'${name}'` : `'${name}' and ${others} more`;
      return {
        message: `The object took any other property: what stored data holds as ${names} need not be what the schema says now, and new readers fail on it.`,
        advice: `Say "additionalProperties": false from the first version on; here, make sure that nothing was written under the new name.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'required-property-added',
    kinds: ['field_added'],
    severity: 'error',
    summary: 'A required property was added, which stored data lacks.',
    judge(change, { acceptanceOf }) {
      const field = change.is.field;
      if (field?.required !== true) return undefined;
      const accepted = acceptanceOf(change);
      const harm = `Stored data lacks '${field.name}', and new readers that check it refuse all of it`;
      return {
        severity: accepted.backward ? 'error' : 'warning',
        message: accepted.backward
          ? `${harm}: a registry takes the default for a value, a validator does not.`
          : `${harm}.`,
        advice: `Take '${field.name}' out of "required".`,
        acceptedAt: levelsFor(accepted),
      };
    },
  },
  {
    id: 'required-dropped',
    kinds: ['made_optional'],
    severity: 'warning',
    summary: 'A property is not required any more, but readers of the older schema rely on it.',
    judge: (change, { acceptanceOf }) => ({
      message:
        'Readers of the older schema fail on messages that lack it, and code made from that schema takes it for always there.',
      advice: 'Keep it required, or move every reader to the new schema before it is left out.',
      acceptedAt: levelsFor(acceptanceOf(change)),
    }),
  },
  {
    id: 'content-model-opened',
    kinds: ['content_model_changed'],
    severity: 'warning',
    summary: 'An object takes other properties now, after which none can be added to it.',
    judge(change, { acceptanceOf }) {
      if (change.before !== 'nothing' || !isOfObjects(change.keyword)) return undefined;
      return {
        message:
          'Once an object takes any other property, a registry refuses each property that is added to it at BACKWARD and FULL; readers of the older schema refuse messages that hold others.',
        advice: `Keep "${change.keyword}": false, and add properties by name.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'content-model-closed',
    kinds: ['content_model_changed'],
    severity: 'warning',
    summary: 'An object takes fewer other properties now, though stored data may hold them.',
    judge(change, { acceptanceOf }) {
      if (!isOfObjects(change.keyword) || change.after === 'anything') return undefined;
      if (change.before !== 'anything' && change.after !== 'nothing') return undefined;
      return {
        message:
          'New readers refuse stored data that holds other properties than those that are named.',
        advice: 'Add what stored data holds as properties first, or start a new topic.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
];

function isOfObjects(keyword: string): boolean {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}
