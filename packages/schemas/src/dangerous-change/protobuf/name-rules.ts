import { usualJsonName } from '../../field-walk/protobuf/message-members.ts';
import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { optionText } from '../../field-walk/protobuf/read-options.ts';
import { EVERY_LEVEL } from '../avro/accepting-levels.ts';
import type { ProtobufDangerRule } from './protobuf-danger-rule.ts';

/** Names of fields: nothing to binary data, everything to JSON. */
export const nameRules: readonly ProtobufDangerRule[] = [
  {
    id: 'field-renamed',
    kinds: ['field_renamed'],
    severity: 'warning',
    summary: 'A field got another name, which JSON and text formats go by.',
    judge(change, context) {
      const { was, is } = change;
      if (was.field === undefined || is.field === undefined) return undefined;
      const [old, next] = [jsonName(was.field), jsonName(is.field)];
      if (old === next) return undefined;
      return {
        message: `In JSON the field is '${next}' now and was '${old}': readers of JSON, sinks and SQL do not find the other one. Generated code changes, too.`,
        advice: `Keep the name '${was.field.member.name}'; or write [json_name = "${old}"], if only the name in the code is to change.`,
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'json-name-changed',
    kinds: ['option_added', 'option_removed', 'option_changed'],
    severity: 'warning',
    summary: 'A field has another name in JSON.',
    judge({ was, is }) {
      if ((was.option ?? is.option)?.key !== 'json_name') return undefined;
      if (was.field === undefined || is.field === undefined) return undefined;
      if (was.field.member.name !== is.field.member.name) return undefined;
      const [old, next] = [jsonName(was.field), jsonName(is.field)];
      if (old === next) return undefined;
      return {
        message: `In JSON the field is '${next}' now and was '${old}': readers of JSON do not find the other one.`,
        advice: `Write [json_name = "${old}"], or leave it out if that is the usual name.`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function jsonName({ member }: FieldPlace): string {
  return optionText(member.options, 'json_name') ?? usualJsonName(member.name);
}
