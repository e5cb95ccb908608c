import type { AvroEnum } from '../../avro/model.ts';
import type { ChangedSide } from '../../structural-difference/avro/avro-change.ts';
import { EVERY_LEVEL } from './accepting-levels.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';

/** Enums whose default hides what a reader does not know. */
export const enumRules: readonly AvroDangerRule[] = [
  {
    id: 'new-symbol-masked',
    kinds: ['symbol_added'],
    severity: 'warning',
    summary: 'A symbol was added that readers of the older schema take for their default.',
    judge({ was, after = '' }) {
      const fallback = enumOf(was)?.default;
      if (fallback === undefined) return undefined;
      return {
        message: `Readers of the older schema read ${after} as ${fallback}, without an error.`,
        advice: `Move every reader to the new schema before anything writes ${after}, and look for stored results that counted it as ${fallback}.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'removed-symbol-masked',
    kinds: ['symbol_removed'],
    severity: 'error',
    summary: 'A symbol was removed, and stored data that holds it is read as the default.',
    judge({ is, before = '' }) {
      const fallback = enumOf(is)?.default;
      if (fallback === undefined) return undefined;
      return {
        message: `Every ${before} that was written is read as ${fallback} from now on, without an error.`,
        advice: `Keep ${before} in the enum and say in its documentation that it is not written any more.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'enum-default-changed',
    kinds: ['enum_default_changed'],
    severity: 'warning',
    summary: 'Unknown symbols are read as another one than before.',
    judge({ before = '', after = '' }) {
      return {
        message: `A symbol that a reader does not know becomes ${after} where it became ${before}: the same data is read differently by old and new readers.`,
        advice: `Keep ${before} as the default.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'enum-default-dropped',
    kinds: ['enum_default_removed'],
    severity: 'warning',
    summary: 'Unknown symbols were read as a default and make readers fail now.',
    judge({ before = '' }) {
      return {
        message: `Readers fail on a symbol that they do not know, where they read ${before}; symbols of earlier versions and those added later are such.`,
        advice: `Put "default": "${before}" back on the enum.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function enumOf({ type }: ChangedSide): AvroEnum | undefined {
  return type?.type === 'enum' ? type : undefined;
}
