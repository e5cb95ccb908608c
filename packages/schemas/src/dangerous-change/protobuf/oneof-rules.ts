import type { ProtobufDangerRule } from './protobuf-danger-rule.ts';

/** Oneofs: of their fields at most one is set, and setting one clears the others. */
export const oneofRules: readonly ProtobufDangerRule[] = [
  {
    id: 'field-joined-oneof',
    kinds: ['oneof_changed'],
    severity: 'error',
    summary: 'A field moved into a oneof, where another field can push it out.',
    judge(change, context) {
      const { was, is, after } = change;
      const oneof = is.field?.member.oneof;
      if (after === undefined || was.field === undefined || oneof === undefined) return undefined;
      const size = oneof.fields.length + oneof.groups.length;
      // Alone in its oneof, nothing changes but the code that is made from it.
      if (size === 1 && was.field.member.oneof === undefined) return undefined;
      return {
        message: `Of all fields of ${after} readers keep the last one only: where '${was.field.member.name}' was written together with another of them, one is lost.`,
        advice: 'Keep the field where it was, and add a new field to the oneof.',
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'field-left-oneof',
    kinds: ['oneof_changed'],
    severity: 'warning',
    summary: 'A field moved out of a oneof and can be set beside the others.',
    judge(change, context) {
      const { was, is, before, after } = change;
      const oneof = was.field?.member.oneof;
      if (before === undefined || after !== undefined || oneof === undefined) return undefined;
      if (oneof.fields.length + oneof.groups.length === 1) return undefined;
      return {
        message: `Where several of the fields that were in ${before} are written together, readers of the older schema keep the last one only.`,
        advice: `Keep the field in ${before}, or let writers set one of them only while older readers live.`,
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'oneof-field-unknown',
    kinds: ['field_added'],
    severity: 'info',
    summary: 'A oneof got another field, which older readers do not see.',
    judge(change, context) {
      const { was, is } = change;
      const oneof = is.field?.member.oneof;
      const type = was.entry?.type;
      if (oneof === undefined || is.field === undefined || type?.kind !== 'message') {
        return undefined;
      }
      if (!type.oneofs.some(({ name }) => name === oneof.name)) return undefined;
      return {
        message: `Where '${is.field.member.name}' is set, readers of the older schema take ${oneof.name} for unset.`,
        advice: `Move every reader to the new schema before anything writes '${is.field.member.name}', and let readers expect that none is set.`,
        acceptedAt: context.levels(change, undefined, is.field),
      };
    },
  },
];
