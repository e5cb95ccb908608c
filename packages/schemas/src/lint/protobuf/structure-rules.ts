import { usualJsonName } from '../../field-walk/protobuf/message-members.ts';
import { optionText } from '../../field-walk/protobuf/read-options.ts';
import { groupBy } from '../../group-by.ts';
import type { Complaint } from '../lint-rule.ts';
import type { LintedProtobuf, ProtobufLintRule } from './protobuf-lint-rule.ts';

const MANY_FIELDS = 200;
const MANY_LEVELS = 8;
const MANY_PARTS = 3;

/** How a schema is built. */
export const structureRules: readonly ProtobufLintRule[] = [
  {
    id: 'first-message-is-part',
    group: 'structure',
    severity: 'info',
    summary:
      'The first message is the one that messages of the subject have, not a part of another.',
    check: checkFirst,
  },
  {
    id: 'no-message',
    group: 'structure',
    severity: 'off',
    summary: 'A file has a message.',
    *check({ file }) {
      if (file.types.some(({ kind }) => kind === 'message')) return;
      yield {
        path: '',
        message:
          'The file has no message: it can be referred to, but nothing can be written with it.',
        suggestion: 'message Event { … }',
      };
    },
  },
  {
    id: 'json-name-twice',
    group: 'structure',
    severity: 'error',
    summary: 'No two fields have the same name in JSON.',
    *check({ messages }) {
      for (const { message, fields } of messages) {
        const seen = new Map<string, string>();
        for (const { path, member } of fields) {
          const json = optionText(member.options, 'json_name') ?? usualJsonName(member.name);
          const first = seen.get(json);
          if (first === undefined) seen.set(json, member.name);
          else if (first !== member.name) {
            yield {
              path,
              message: `'${member.name}' and '${first}' of '${message.name}' are both '${json}' in JSON: compilers refuse that, and one overwrites the other.`,
              suggestion: `[json_name = "${json}${member.number}"], or another name.`,
            };
          }
        }
      }
    },
  },
  {
    id: 'same-message-twice',
    group: 'structure',
    severity: 'info',
    summary: 'What is the same has one name.',
    check: checkSame,
  },
  {
    id: 'oneof-of-one',
    group: 'structure',
    severity: 'info',
    summary: 'A oneof has more than one field.',
    *check({ messages }) {
      for (const { path, message } of messages) {
        for (const { name, fields, groups } of message.oneofs) {
          const [only, ...more] = fields;
          // proto3's own way to write optional, before it had a word for it.
          if (only === undefined || more.length + groups.length > 0 || name === `_${only.name}`) {
            continue;
          }
          yield {
            path,
            message: `The oneof '${name}' has one field only.`,
            suggestion: `optional ${only.type} ${only.name} = ${only.number};, unless others will follow.`,
          };
        }
      }
    },
  },
  {
    id: 'large-message',
    group: 'structure',
    severity: 'info',
    summary: `A message has at most ${MANY_FIELDS} fields.`,
    *check({ messages }) {
      for (const { path, message, fields } of messages) {
        if (fields.length <= MANY_FIELDS) continue;
        yield {
          path,
          message: `The message '${message.name}' has ${fields.length} fields.`,
          suggestion: 'Group fields that belong together into messages of their own.',
        };
      }
    },
  },
  {
    id: 'deep-messages',
    group: 'structure',
    severity: 'info',
    summary: `Messages nest at most ${MANY_LEVELS} levels deep.`,
    *check({ fields }) {
      const deepest = fields.find(({ depth }) => depth >= MANY_LEVELS);
      if (deepest === undefined) return;
      yield {
        path: deepest.path,
        message: `Messages nest more than ${MANY_LEVELS} levels deep here: queries and generated code get unwieldy.`,
        suggestion: 'Flatten the inner messages, or refer to what they describe by its id.',
      };
    },
  },
  {
    id: 'recursive-message',
    group: 'structure',
    severity: 'info',
    summary: 'A message does not hold itself.',
    *check({ fields }) {
      for (const { path, member, recursive } of fields) {
        if (!recursive) continue;
        yield {
          path,
          message: `'${member.name}' leads back to a message that it stands in: Spark, Flink and most sinks refuse such a schema.`,
          suggestion: 'Write a list of nodes that refer to each other by id.',
        };
      }
    },
  },
];

function* checkFirst({ file, fields, messages }: LintedProtobuf): Iterable<Complaint> {
  // With services, no message of the file is that of a subject.
  if (file.services.length > 0) return;
  const [first, second] = file.types.filter(({ kind }) => kind === 'message');
  if (first === undefined || second === undefined) return;
  // A message of one field is a list of the first, or wraps it.
  const wrappers = new Set(
    messages.filter((each) => each.fields.length === 1).map(({ entry }) => entry.fullName),
  );
  const user = fields.find(
    ({ target, message, recursive }) =>
      target?.type === first && !recursive && !wrappers.has(message),
  );
  if (user === undefined) return;
  const name = user.message.slice(user.message.lastIndexOf('.') + 1);
  yield {
    path: '',
    message: `The first message, '${first.name}', is a part of '${name}': connectors, ksqlDB and Flink take the first one for the message of the subject.`,
    suggestion: `Put 'message ${name}' first in a new schema, or give '${first.name}' a file of its own.`,
  };
}

function* checkSame({ messages }: LintedProtobuf): Iterable<Complaint> {
  const large = messages.filter(({ fields }) => fields.length >= MANY_PARTS);
  const shapes = groupBy(large, ({ fields }) =>
    fields
      .map(({ member, target }) => {
        const type = target?.fullName ?? member.type;
        return `${member.label ?? ''} ${member.mapKey ?? ''} ${type} ${member.name} ${member.number}`;
      })
      .join('\n'),
  );
  for (const [first, ...others] of shapes.values()) {
    for (const { path, message } of others) {
      yield {
        path,
        message: `The message '${message.name}' has the same fields as '${first?.message.name ?? ''}'.`,
        suggestion: `In new fields: ${first?.message.name ?? ''}`,
      };
    }
  }
}
