import type { MetaOption } from '../../field-walk/protobuf/confluent-meta.ts';
import { readConfluentMeta } from '../../field-walk/protobuf/confluent-meta.ts';
import { isSet } from '../../field-walk/protobuf/read-options.ts';
import { nameWords } from '../../name-words.ts';
import type { ProtoOption } from '../../protobuf/model.ts';
import type { LintedProtobuf, ProtobufLintRule } from './protobuf-lint-rule.ts';

/** Something that may have a comment. */
interface Documented {
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly doc: string;
  readonly options: readonly ProtoOption[];
}

/**
 * Documentation. A registry drops comments, so a text without any is taken for one that was stored:
 * only where something is documented, the rest is asked for, too.
 */
export const documentationRules: readonly ProtobufLintRule[] = [
  {
    id: 'type-comment-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'Messages, enums and services have a comment, where anything has one.',
    *check(linted) {
      if (!hasComments(linted)) return;
      for (const { path, kind, name, doc } of [...typesOf(linted), ...servicesOf(linted)]) {
        if (doc !== '') continue;
        yield {
          path,
          message: `The ${kind} '${name}' has no comment.`,
          suggestion: `// <what one ${name} stands for, and when it is used>`,
        };
      }
    },
  },
  {
    id: 'field-comment-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'Fields have a comment, where most of their message have one.',
    *check({ messages }) {
      for (const { fields } of messages) {
        const missing = fields.filter(({ member }) => docOf(member, 'field_meta') === '');
        if (missing.length * 2 >= fields.length) continue;
        for (const { path, member } of missing) {
          yield {
            path,
            message: `The field '${member.name}' has no comment, as the others have.`,
            suggestion: `// <what '${member.name}' means, its unit and its allowed values>`,
          };
        }
      }
    },
  },
  {
    id: 'comment-repeats-name',
    group: 'documentation',
    severity: 'info',
    summary: 'A comment says more than the name does.',
    *check({ fields }) {
      for (const { path, member } of fields) {
        const doc = docOf(member, 'field_meta');
        if (doc === '' || doc.length > 100) continue;
        const said = nameWords(doc).filter((word) => !['the', 'a', 'an', 'of'].includes(word));
        if (said.join('') !== nameWords(member.name).join('')) continue;
        yield {
          path,
          message: `The comment of '${member.name}' only repeats its name.`,
          suggestion: `// <what '${member.name}' means, its unit and its allowed values>`,
        };
      }
    },
  },
  {
    id: 'deprecated-without-reason',
    group: 'documentation',
    severity: 'info',
    summary: 'What is deprecated says what to use instead, where anything has a comment.',
    *check(linted) {
      if (!hasComments(linted)) return;
      for (const { path, kind, name, doc, options } of everything(linted)) {
        if (doc !== '' || !isSet(options, 'deprecated')) continue;
        yield {
          path,
          message: `The ${kind} '${name}' is deprecated, and nothing says why or what to use instead.`,
          suggestion: '// Deprecated: use <…> instead.',
        };
      }
    },
  },
];

function hasComments(linted: LintedProtobuf): boolean {
  return everything(linted).some(({ doc }) => doc !== '');
}

function everything(linted: LintedProtobuf): Documented[] {
  const fields = linted.fields.map(({ path, member }) => ({
    path,
    kind: 'field',
    name: member.name,
    doc: docOf(member, 'field_meta'),
    options: member.options,
  }));
  return [...typesOf(linted), ...servicesOf(linted), ...fields];
}

function typesOf({ messages, enums }: LintedProtobuf): Documented[] {
  return [...messages, ...enums].map(({ path, entry: { type } }) => ({
    path,
    kind: type.kind,
    name: type.name,
    doc: docOf(type, type.kind === 'enum' ? 'enum_meta' : 'message_meta'),
    options: type.options,
  }));
}

function servicesOf({ file }: LintedProtobuf): Documented[] {
  return file.services.flatMap(({ name, doc, options, rpcs }) => [
    { path: `(${name})`, kind: 'service', name, doc: doc.trim(), options },
    ...rpcs.map((rpc) => ({
      path: `(${name}).${rpc.name}`,
      kind: 'rpc',
      name: rpc.name,
      doc: rpc.doc.trim(),
      options: rpc.options,
    })),
  ]);
}

function docOf(
  { doc, options }: { readonly doc: string; readonly options: readonly ProtoOption[] },
  option: MetaOption,
): string {
  return doc.trim() || (readConfluentMeta(options, option).doc ?? '').trim();
}
