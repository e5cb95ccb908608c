import { isNullable } from '../../field-walk/avro/type-in-words.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonNumber } from '../../lossless-json/value.ts';
import { EVERY_LEVEL, levelsFor } from './accepting-levels.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';

/** Fields: defaults, aliases, and what is renamed without saying so. */
export const fieldRules: readonly AvroDangerRule[] = [
  {
    id: 'rename-without-alias',
    kinds: ['field_removed'],
    severity: 'error',
    summary: 'A field went and one like it came with a default, which hides the lost values.',
    judge(change, { becameOf }) {
      const like = becameOf(change);
      const [old, next] = [change.was.field, like?.added.is.field];
      if (like === undefined || old === undefined || next === undefined) return undefined;
      const [backward, forward] = [next.default !== undefined, old.default !== undefined];
      if (!backward && !forward) return undefined;
      const message = backward
        ? `'${old.name}' seems to be called '${next.name}' now: everything written as '${old.name}' is lost to new readers, who see the default of '${next.name}' instead.`
        : `'${old.name}' seems to be called '${next.name}' now: readers of the older schema see the default of '${old.name}' instead of what is written as '${next.name}'.`;
      return {
        severity: like.byName ? 'error' : 'warning',
        message,
        advice: `If it is a rename, add "aliases": ["${old.name}"] to the field '${next.name}', or keep the name.`,
        acceptedAt: levelsFor(backward, forward),
      };
    },
  },
  {
    id: 'default-changed',
    kinds: ['default_changed'],
    severity: 'warning',
    summary: 'The default of a field changed, and with it old data that lacks the field.',
    judge({ was, is, before = '', after = '' }) {
      if (sameNumber(was.field?.default, is.field?.default)) return undefined;
      return {
        message: `Data that was written without the field is read as ${after} by new readers and as ${before} by the others.`,
        advice: `Keep the default ${before}, or make sure that no stored data lacks the field.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'default-dropped',
    kinds: ['default_removed'],
    severity: 'warning',
    summary: 'A field lost its default, so data from before the field cannot be read any more.',
    judge({ before = '' }) {
      return {
        message:
          'New readers fail on data of versions that lack the field; a registry that compares with the newest version only does not see it. Removing the field later breaks readers, too.',
        advice: `Put "default": ${before} back on the field, or check with a transitive level.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'nullable-without-default',
    kinds: ['made_nullable', 'field_added'],
    severity: 'warning',
    summary: 'A field may be null but has no default, which blocks later changes.',
    judge({ kind, is, path }) {
      const { field, type } = is;
      if (field === undefined || field.default !== undefined || type !== field.type)
        return undefined;
      if (!isNullable(field.type)) return undefined;
      const advice = `Write null as the first branch of the union and add "default": null to '${path}'.`;
      if (kind === 'made_nullable') {
        return {
          severity: 'info',
          message:
            'The field may be null and still has no default: a reader fails where a writer leaves it out, so it can never be removed while older readers live.',
          advice,
          acceptedAt: ['BACKWARD'],
        };
      }
      return {
        message:
          'New readers fail on all data that was written before the field, although null is one of its values.',
        advice,
        acceptedAt: ['FORWARD'],
      };
    },
  },
  {
    id: 'branches-moved-with-default',
    kinds: ['branches_moved'],
    severity: 'warning',
    summary: 'The first branch of a union changed, and the default of a field goes by it.',
    judge({ was, is }) {
      const { field, type } = is;
      if (field?.default === undefined || type !== field.type) return undefined;
      if (was.type?.type !== 'union' || type.type !== 'union') return undefined;
      const [old, next] = [was.type.branches[0]?.type, type.branches[0]?.type];
      if (old === next) return undefined;
      return {
        message: `By the specification the default is a value of the first branch, which is ${next} now and was ${old}: older libraries refuse the schema or read another default.`,
        advice: `Put the branch of the default first again, or change the default together with the order in a new field.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function sameNumber(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (!isJsonNumber(a) || !isJsonNumber(b)) return false;
  const plain = [a.number, b.number].every((number) => /^-?[0-9]+$/.test(number));
  return !plain && Number(a.number) === Number(b.number);
}
