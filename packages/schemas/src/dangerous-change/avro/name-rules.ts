import { EVERY_LEVEL } from './accepting-levels.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';

/** Names: what a registry does not look at, but readers do. */
export const nameRules: readonly AvroDangerRule[] = [
  {
    id: 'namespace-changed',
    kinds: ['namespace_changed'],
    severity: 'error',
    summary: 'A type moved to another namespace, which a registry ignores and readers do not.',
    judge(change, { sameMoves }) {
      const moves = sameMoves(change);
      const type = change.is.type;
      if (moves.length === 0 || type === undefined) return undefined;
      const { before = '', after = '' } = change;
      const others = moves.length === 1 ? '' : `, with ${moves.length - 1} more of its namespace`;
      const decoded = moves.some(({ is }) => is.type?.type !== 'record');
      const classes = `${before} is ${after} now${others}. A registry compares names without their namespace; generated classes, and code that looks types up by their full name, do not find them any more.`;
      const harm = ' Avro for Java also refuses to decode enums and fixed of another full name.';
      return {
        severity: decoded ? 'error' : 'warning',
        message: decoded ? `${classes}${harm}` : classes,
        advice: `Keep the namespace, or add "aliases": ["${before}"] to the type and build and deploy all readers anew.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'alias-dropped',
    kinds: ['alias_removed'],
    severity: 'warning',
    summary: 'An alias went, and with it data that was written under the old name.',
    judge({ was, is, before = '' }) {
      const { field, type } = is;
      const isField = was.type === was.field?.type && field !== undefined;
      const name = isField ? field.name : type && 'name' in type ? type.name.fullName : '';
      // The alias became the name itself.
      if (name === before) return undefined;
      return {
        message: isField
          ? `New readers do not find values written as '${before}' any more: they fail, or see the default.`
          : `New readers do not take data written as ${before} for ${name} any more.`,
        advice: `Keep the alias '${before}' as long as data written under that name exists.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];
