import { isSet, optionText } from '../../field-walk/protobuf/read-options.ts';
import { NUMERIC_TYPES } from './numeric-types.ts';
import type { ProtobufLintRule } from './protobuf-lint-rule.ts';

/** What makes a later change harder than it need be. */
export const evolutionRules: readonly ProtobufLintRule[] = [
  {
    id: 'required-field',
    group: 'evolution',
    severity: 'warning',
    summary: 'No field is required.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        if (member.label !== 'required') continue;
        yield {
          path,
          message: `'${member.name}' is required: it can never be removed or made optional, as readers refuse whole messages without it.`,
          suggestion: `optional ${member.type} ${member.name} = ${member.number}; in a new schema, checked by the code.`,
        };
      }
    },
  },
  {
    id: 'group-field',
    group: 'evolution',
    severity: 'warning',
    summary: 'No field is a group.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        if (!member.group) continue;
        yield {
          path,
          message: `'${member.type}' is a group, which proto3 does not have and a registry does not compare.`,
          suggestion: `message ${member.type} { … } and a field of that type with a new number.`,
        };
      }
    },
  },
  {
    id: 'list-not-packed',
    group: 'structure',
    severity: 'info',
    summary: 'Lists of numbers are packed, which proto2 does only where it is said.',
    *check({ fields }) {
      for (const { path, member, target, syntax } of fields) {
        if (syntax === 'proto3' || member.label !== 'repeated') continue;
        if (!NUMERIC_TYPES.has(member.type) && target?.type.kind !== 'enum') continue;
        if (optionText(member.options, 'packed') !== undefined) continue;
        yield {
          path,
          message: `Each element of '${member.name}' is written with its number before it.`,
          suggestion: `repeated ${member.type} ${member.name} = ${member.number} [packed = true];`,
        };
      }
    },
  },
  {
    id: 'map-of-closed-enum',
    group: 'evolution',
    severity: 'info',
    summary: 'No map of proto2 has an enum for values.',
    *check({ fields }) {
      for (const { path, member, target, syntax } of fields) {
        if (member.mapKey === undefined || target?.type.kind !== 'enum' || syntax === 'proto3') {
          continue;
        }
        yield {
          path,
          message: `An entry of '${member.name}' whose value a reader does not know is dropped with its key, as enums of proto2 are closed.`,
          suggestion: `map<${member.mapKey}, int32> ${member.name}_numbers, or a message that holds the enum.`,
        };
      }
    },
  },
  {
    id: 'unused-deprecation',
    group: 'evolution',
    severity: 'off',
    summary: 'A deprecated field is removed in the end, and its number reserved.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        if (!isSet(member.options, 'deprecated')) continue;
        yield {
          path,
          message: `'${member.name}' is deprecated and still there.`,
          suggestion: `Once nobody reads it: reserved ${member.number}; reserved "${member.name}";`,
        };
      }
    },
  },
];
