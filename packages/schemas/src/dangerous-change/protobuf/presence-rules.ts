import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { optionText } from '../../field-walk/protobuf/read-options.ts';
import { EVERY_LEVEL } from '../avro/accepting-levels.ts';
import type { ProtobufDangerRule } from './protobuf-danger-rule.ts';

/** Whether a field may be missing, may come several times, and what stands for nothing. */
export const presenceRules: readonly ProtobufDangerRule[] = [
  {
    id: 'repeated-made-single',
    kinds: ['cardinality_changed'],
    severity: 'error',
    summary: 'A list is read as a single value, and all but one of its elements are lost.',
    judge(change, context) {
      const { was, is, before } = change;
      if (before !== 'repeated' || context.isUnseen(change)) return undefined;
      return {
        message: isMessage(is.field)
          ? 'New readers merge all elements of a list into one message.'
          : 'New readers keep only the last element of a list, or none where numbers are written packed.',
        advice: 'Keep repeated, and add a new field for the single value.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'single-made-repeated',
    kinds: ['cardinality_changed'],
    severity: 'warning',
    summary: 'A single value became a list, of which older readers see one element.',
    judge(change, context) {
      const { was, is, after } = change;
      if (after !== 'repeated' || context.isUnseen(change)) return undefined;
      return {
        message: isMessage(is.field)
          ? 'Readers of the older schema merge all elements of a list into one message.'
          : 'Readers of the older schema keep only the last element of a list, or none where numbers are written packed. In JSON a list does not fit a single value.',
        advice: 'Move every reader to the new schema before anything writes more than one element.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'required-changed',
    kinds: ['cardinality_changed'],
    severity: 'error',
    summary: 'A field became required or stopped being so, and one side refuses the whole message.',
    judge(change, context) {
      const { was, is, before, after } = change;
      if (before === 'repeated' || after === 'repeated') return undefined;
      if (before !== 'required' && after !== 'required') return undefined;
      return {
        message:
          after === 'required'
            ? 'New readers refuse every message that was written without the field.'
            : 'Readers of the older schema refuse every message that is written without the field.',
        advice:
          after === 'required'
            ? 'Leave the field optional, and check that it is set in the code.'
            : 'Move every reader to the new schema before anything leaves the field out.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'presence-lost',
    kinds: ['cardinality_changed'],
    severity: 'warning',
    summary: 'A field that could be unset cannot be told from a zero any more.',
    judge(change, context) {
      const { was, is, before, after } = change;
      if (before !== 'optional' || after !== 'singular') return undefined;
      return {
        message:
          'New readers see 0, false or an empty text where nothing was set; and as new writers leave these values out, readers of the older schema take them for unset.',
        advice: 'Keep optional.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'presence-gained',
    kinds: ['cardinality_changed'],
    severity: 'info',
    summary: 'A zero that was written before counts as unset.',
    judge(change, context) {
      const { was, is, before, after } = change;
      if (before !== 'singular' || after !== 'optional') return undefined;
      return {
        message:
          'Data from before does not hold 0, false and empty texts: new readers take them for unset, as they cannot tell.',
        advice: 'Let new readers treat unset as zero as long as such data is read.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'field-default-changed',
    kinds: ['default_added', 'default_removed', 'default_changed'],
    severity: 'warning',
    summary: 'The default of a field changed, and with it all data that lacks the field.',
    judge({ was, is, before, after }) {
      if (was.field === undefined || is.field === undefined) return undefined;
      const usual = 'the default of its type';
      const [old, next] = [before ?? usual, after ?? usual];
      return {
        message: `Defaults are not written: data without the field is read as ${next} by new readers and as ${old} by the others.`,
        advice:
          before === undefined
            ? 'Leave the default out, or make sure that no stored data lacks the field.'
            : `Keep the default ${before}, or make sure that no stored data lacks the field.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'packed-changed',
    kinds: ['option_added', 'option_removed', 'option_changed'],
    severity: 'info',
    summary: 'A list of numbers is packed otherwise.',
    judge({ was, is }) {
      if ((was.option ?? is.option)?.key !== 'packed') return undefined;
      if (was.field === undefined || is.field === undefined) return undefined;
      const [old, next] = [isPacked(was.field), isPacked(is.field)];
      if (old === next) return undefined;
      return {
        message: `The list is written ${next ? 'packed' : 'element by element'} now. Protobuf's own libraries read both; hand-written and very old readers may know only the other.`,
        advice: `Write [packed = ${old}], unless every reader is known to take both.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function isMessage(field: FieldPlace | undefined): boolean {
  return field?.target?.type.kind === 'message';
}

function isPacked({ member, syntax }: FieldPlace): boolean {
  const written = optionText(member.options, 'packed');
  return written === undefined ? syntax === 'proto3' : written === 'true';
}
