import type { ProtobufChange } from '../../structural-difference/protobuf/protobuf-change.ts';
import { EVERY_LEVEL, levelsFor } from '../avro/accepting-levels.ts';
import type { AcceptingLevel } from '../dangerous-change.ts';
import type { ProtobufDangerRule } from './protobuf-danger-rule.ts';

/** Options that say where generated code goes. */
const CODE_OPTIONS: ReadonlySet<string> = new Set([
  'java_package',
  'java_outer_classname',
  'java_multiple_files',
  'go_package',
  'csharp_namespace',
  'objc_class_prefix',
  'php_class_prefix',
  'php_namespace',
  'php_metadata_namespace',
  'ruby_package',
  'swift_prefix',
]);

/** The file as a whole: its syntax, the order of its messages, options, services and extensions. */
export const fileRules: readonly ProtobufDangerRule[] = [
  {
    id: 'syntax-changed',
    kinds: ['syntax_changed'],
    severity: 'warning',
    summary: 'The file changed between proto2 and proto3, which read the same data otherwise.',
    judge({ after }) {
      const message =
        after === 'proto3'
          ? 'proto3 has no defaults, no required fields and open enums, leaves zeros out, packs lists of numbers, and refuses strings that are no UTF-8.'
          : 'proto2 has closed enums, which drop unknown numbers, and writes lists of numbers unpacked.';
      return {
        message,
        advice:
          'Keep the syntax for this subject; where it must change, go field by field: presence, defaults, enums, packed.',
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'root-message-changed',
    kinds: ['root_changed'],
    severity: 'error',
    summary: 'Another message is the first of the file, which is the one of the subject.',
    judge(change, { comparison }) {
      const { was, is, before = '', after = '' } = change;
      const backward = was.entry !== undefined && !!comparison.matches.later(was.entry);
      const forward = is.entry !== undefined && !!comparison.matches.earlier(is.entry);
      return {
        message: `Connectors, ksqlDB and Flink take the first message for the subject's: they read ${after} now where it was ${before}.`,
        advice: `Put ${was.entry?.type.name ?? before} first again.`,
        acceptedAt: levelsFor(backward, forward),
      };
    },
  },
  {
    id: 'message-index-shifted',
    kinds: ['type_moved', 'type_added', 'type_removed'],
    severity: 'warning',
    summary: 'Messages stand at other places, and serialized data names a message by its place.',
    judge(change, context) {
      const shifted = context.shiftedBy(change);
      if (shifted.length === 0) return undefined;
      const shown = shifted.slice(0, 3).join(', ');
      const more = shifted.length > 3 ? ` and ${shifted.length - 3} more` : '';
      return {
        message: `${shown}${more} ${shifted.length === 1 ? 'has' : 'have'} another place among the messages. A serializer that writes with the newest version but was built with an older one puts the old place into its data, where another message stands now.`,
        advice: 'Add new messages at the end, and keep the order of the others.',
        acceptedAt: levelsOfType(change),
      };
    },
  },
  {
    id: 'code-package-changed',
    kinds: ['option_added', 'option_removed', 'option_changed'],
    severity: 'warning',
    summary: 'Generated code gets another package or class.',
    judge(change) {
      const { was, is, before, after } = change;
      const key = (was.option ?? is.option)?.key ?? '';
      if (change.path !== '' || is.entry !== undefined || !CODE_OPTIONS.has(key)) return undefined;
      return {
        severity: key.startsWith('java_') ? 'warning' : 'info',
        message: `The file says ${after ?? `nothing of ${key}`} where it said ${before ?? `nothing of ${key}`}: generated classes are called otherwise${key.startsWith('java_') ? ', and a deserializer that derives the class from the schema does not find the old ones' : ''}.`,
        advice: before === undefined ? `Leave ${key} out.` : `Put back: option ${before};`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'extension-removed',
    kinds: ['extension_removed', 'extension_range_removed'],
    severity: 'warning',
    summary: 'An extension went, or its numbers did, and what was written with it is not read.',
    judge({ kind, was, before = '' }) {
      const name = was.field?.member.name ?? before;
      return {
        message:
          kind === 'extension_removed'
            ? `What was written as the extension '${name}' is passed over by new readers; a registry does not look at extensions.`
            : `Extensions with the numbers ${before} are not allowed any more; those that exist elsewhere do not compile, and a registry does not look at them.`,
        advice:
          kind === 'extension_removed'
            ? `Keep the extension '${name}'.`
            : `Put back: extensions ${before};`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
  {
    id: 'service-removed',
    kinds: ['service_removed', 'rpc_removed', 'rpc_changed'],
    severity: 'warning',
    summary: 'A service or an rpc went or takes other messages; a registry does not look at them.',
    judge({ kind, was, is, before = '', after = '' }) {
      const name = (is.rpc ?? was.rpc ?? was.service)?.name ?? before;
      return {
        message:
          kind === 'rpc_changed'
            ? `The rpc ${name} is ${after} now: clients that were built with ${before} cannot call it.`
            : `Clients that call ${name} fail, as it is gone.`,
        advice:
          kind === 'rpc_changed'
            ? 'Keep the rpc, and add another one for the new messages.'
            : 'Keep it and mark it with option deprecated = true; until no client calls it.',
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

// What is added can only be read by new readers, and what is removed only by old ones.
function levelsOfType({ kind }: ProtobufChange): AcceptingLevel[] {
  if (kind === 'type_added') return levelsFor(true, false);
  return kind === 'type_removed' ? levelsFor(false, true) : [...EVERY_LEVEL];
}
