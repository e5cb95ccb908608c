import type { ProtoEnum } from '../../protobuf/model.ts';
import type {
  ChangedSide,
  ProtobufChange,
} from '../../structural-difference/protobuf/protobuf-change.ts';
import { EVERY_LEVEL } from '../avro/accepting-levels.ts';
import type { Danger } from '../dangerous-change.ts';
import type { ChangeContext, ProtobufDangerRule } from './protobuf-danger-rule.ts';
import { firstSymbol, reservedIn, symbolsOf } from './type-index.ts';

/** Enums: numbers in data, names in JSON. A registry takes any change of them. */
export const enumRules: readonly ProtobufDangerRule[] = [
  {
    id: 'enum-zero-changed',
    kinds: ['symbol_renamed', 'number_changed', 'symbol_removed'],
    severity: 'error',
    summary: 'Another symbol has the number 0, which stands for everything that is not set.',
    judge({ was, is }, { alike }) {
      if (was.constant?.number !== 0) return undefined;
      const next = enumOf(is);
      const { name } = was.constant;
      if (next && symbolsOf(next).get(0)?.has(name)) return undefined;
      const zero = firstSymbol(next, 0);
      if (zero !== undefined && alike(name, zero)) return undefined;
      return {
        message: `0 was ${name} and is ${zero ?? 'no symbol'} now: every message that does not hold the field, or holds ${name}, is read so.`,
        advice: `Keep ${name} = 0, and give new symbols new numbers.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'symbol-number-changed',
    kinds: ['number_changed'],
    severity: 'error',
    summary: 'A symbol of an enum got another number, so stored numbers mean another symbol.',
    judge({ was, is, before = '', after = '' }) {
      if (was.constant === undefined || is.constant === undefined) return undefined;
      const { name } = is.constant;
      const now = firstSymbol(enumOf(is), was.constant.number);
      return {
        message: `What was written as ${name} (${before}) is read as ${now ?? 'an unknown number'} now, and readers of the older schema do not take ${after} for ${name}.`,
        advice: `Give ${name} its number ${before} back.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'symbol-number-reused',
    kinds: ['symbol_added', 'symbol_renamed'],
    severity: 'error',
    summary: 'A number of an enum stands for another symbol than before.',
    judge: judgeReuse,
  },
  {
    id: 'symbol-renamed',
    kinds: ['symbol_renamed'],
    severity: 'warning',
    summary: 'A symbol of an enum got another name, which JSON goes by.',
    judge({ was, is, before = '', after = '' }, { alike }) {
      if (!alike(before, after)) return undefined;
      if (was.constant === undefined || is.constant === undefined) return undefined;
      return {
        message: `JSON holds ${after} now where it held ${before}: readers of JSON refuse the one that they do not know. Generated code changes, too.`,
        advice: `Keep ${before}, or add ${after} beside it with the same number and option allow_alias = true;`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'symbol-removed',
    kinds: ['symbol_removed'],
    severity: 'warning',
    summary: 'A symbol of an enum went, and stored data that holds it has no name for it.',
    judge({ was, is }, { comparison }) {
      if (was.constant === undefined) return undefined;
      const { name, number } = was.constant;
      const next = enumOf(is);
      if (next === undefined) return undefined;
      if (symbolsOf(next).has(number)) return undefined;
      const isReserved = reservedIn(next).hasNumber(number);
      const isNameReserved = reservedIn(next).hasName(name);
      const closed = comparison.after.file.syntax !== 'proto3';
      const keep = [
        ...(isReserved ? [] : [`reserved ${number};`]),
        ...(isNameReserved ? [] : [`reserved "${name}";`]),
      ];
      return {
        severity: keep.length === 0 ? 'info' : 'warning',
        message: `Every ${name} that was written is ${closed ? 'read as if the field were not set' : `a bare ${number} to new readers`}; JSON that holds ${name} cannot be read.${isReserved ? '' : ' Nothing stops another symbol from taking the number.'}`,
        advice: `Keep ${name} and mark it with [deprecated = true]${keep.length === 0 ? '.' : `, or add to the enum: ${keep.join(' ')}`}`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'symbol-unknown-to-closed-enum',
    kinds: ['symbol_added'],
    severity: 'warning',
    summary: 'An enum of proto2 got another symbol, which older readers take for unset.',
    judge({ was, is, after = '' }, { comparison }) {
      if (comparison.before.file.syntax === 'proto3') return undefined;
      const old = enumOf(was);
      if (old === undefined || is.constant === undefined) return undefined;
      if (symbolsOf(old).has(is.constant.number)) return undefined;
      return {
        message: `Enums of proto2 are closed: where ${after} is written, readers of the older schema see the default, ${old.constants[0]?.name ?? 'the first symbol'}, and lists lose the element.`,
        advice: `Move every reader to the new schema before anything writes ${after}.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'enum-name-changed',
    kinds: ['type_renamed', 'namespace_changed'],
    severity: 'info',
    summary: 'An enum got another name or place, which generated code goes by.',
    judge({ is, before = '', after = '' }) {
      if (is.entry?.type.kind !== 'enum') return undefined;
      return {
        message: `${before} is ${after} now: data stays as it is, but generated code, and what looks the enum up by its name, does not find it any more.`,
        advice: 'Keep the name and the place, or build and deploy all users of the enum anew.',
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function judgeReuse({ was, is }: ProtobufChange, { alike }: ChangeContext): Danger | undefined {
  const [old, next] = [enumOf(was), enumOf(is)];
  if (old === undefined || next === undefined || is.constant === undefined) return undefined;
  const { name, number } = is.constant;
  // That of 0 is told by a rule of its own.
  const had = firstSymbol(old, number);
  if (had === undefined || number === 0) return undefined;
  // An alias beside what was there, or the same by another name.
  if (symbolsOf(next).get(number)?.has(had) || alike(had, name)) return undefined;
  return {
    message: `${number} stood for ${had} and stands for ${name} now: what was written as the one is read as the other, without an error.`,
    advice: `Give ${name} a number that was never used, and write: reserved ${number}; reserved "${had}";`,
    acceptedAt: [...EVERY_LEVEL],
  };
}

function enumOf({ entry }: ChangedSide): ProtoEnum | undefined {
  return entry?.type.kind === 'enum' ? entry.type : undefined;
}
