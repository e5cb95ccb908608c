import type { AvroNamedType } from '../../avro/model.ts';
import { branchesBesideNull } from '../../field-walk/avro/type-in-words.ts';
import { groupBy } from '../../group-by.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { Complaint } from '../lint-rule.ts';
import type { AvroLintRule, LintedAvro } from './avro-lint-rule.ts';
import { writtenType } from './write-avro.ts';

const MANY_BRANCHES = 12;
const MANY_FIELDS = 200;
const MANY_LEVELS = 8;

/** How a schema is built. */
export const structureRules: readonly AvroLintRule[] = [
  {
    id: 'union-of-several-types',
    group: 'structure',
    severity: 'info',
    summary: 'A union holds null and one other type.',
    *check({ outline }) {
      for (const { path, type } of outline.values) {
        const count = type.type === 'union' ? branchesBesideNull(type).length : 0;
        if (count < 2 || count > MANY_BRANCHES) continue;
        yield {
          path,
          message: `The union holds ${count} types, null aside: Connect, Flink and SQL sinks have no column for it.`,
          suggestion:
            'Write a record with one optional field for each type, or one topic for each type.',
        };
      }
    },
  },
  {
    id: 'large-union',
    group: 'structure',
    severity: 'warning',
    summary: `A union holds at most ${MANY_BRANCHES} types.`,
    *check({ outline }) {
      for (const { path, type } of outline.values) {
        const count = type.type === 'union' ? branchesBesideNull(type).length : 0;
        if (count <= MANY_BRANCHES) continue;
        yield {
          path,
          message: `The union holds ${count} types: it changes whenever one of them does, and every reader knows them all.`,
          suggestion:
            'Put each type into a subject of its own and refer to them, or split the topic.',
        };
      }
    },
  },
  {
    id: 'repeated-type',
    group: 'structure',
    severity: 'warning',
    summary: 'What is the same has one name.',
    check: checkRepeatedTypes,
  },
  {
    id: 'names-differ-in-case',
    group: 'naming',
    severity: 'warning',
    summary: 'Fields of a record differ in more than case.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (type.type !== 'record') continue;
        const names = type.fields.map(({ name }) => name);
        const alike = groupBy(names, (name) => name.toLowerCase());
        for (const group of alike.values()) {
          if (group.length < 2) continue;
          const list = group.map((name) => `'${name}'`).join(', ');
          yield {
            path,
            message: `The fields ${list} of '${type.name.name}' differ only in case: SQL sinks take them for one column.`,
            suggestion: 'Give them names that say what makes them different.',
          };
        }
      }
    },
  },
  {
    id: 'connect-leftovers',
    group: 'structure',
    severity: 'info',
    summary: 'Names that Kafka Connect made up are replaced.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        const { name, namespace } = type.name;
        if (!name.startsWith('ConnectDefault') && namespace !== 'io.confluent.connect.avro')
          continue;
        yield {
          path,
          message: `The ${type.type} '${type.name.fullName}' has the name that Kafka Connect gives to what has none.`,
          suggestion:
            'Name it with the transformation SetSchemaMetadata: "schema.name": "com.example.Order".',
        };
      }
    },
  },
  {
    id: 'large-record',
    group: 'structure',
    severity: 'info',
    summary: `A record has at most ${MANY_FIELDS} fields.`,
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (type.type !== 'record' || type.fields.length <= MANY_FIELDS) continue;
        yield {
          path,
          message: `The record '${type.name.name}' has ${type.fields.length} fields.`,
          suggestion: 'Group fields that belong together into records of their own.',
        };
      }
    },
  },
  {
    id: 'deep-nesting',
    group: 'structure',
    severity: 'info',
    summary: `Records nest at most ${MANY_LEVELS} levels deep.`,
    *check({ outline }) {
      const deepest = outline.fields.find(({ depth }) => depth >= MANY_LEVELS);
      if (deepest === undefined) return;
      yield {
        path: deepest.path,
        message: `Records nest more than ${MANY_LEVELS} levels deep here: queries and generated code get unwieldy.`,
        suggestion: 'Flatten the inner records, or refer to what they describe by its id.',
      };
    },
  },
  {
    id: 'recursive-type',
    group: 'structure',
    severity: 'info',
    summary: 'A record does not hold itself.',
    *check({ outline }) {
      for (const { path, field, recursive } of outline.fields) {
        if (!recursive) continue;
        yield {
          path,
          message: `'${field.name}' leads back to a record that it stands in: Spark, Flink and most sinks refuse such a schema.`,
          suggestion: 'Write a list of nodes that refer to each other by id.',
        };
      }
    },
  },
];

function* checkRepeatedTypes({ outline }: LintedAvro): Iterable<Complaint> {
  const places = [...outline.types.values()].filter(({ type }) => countParts(type) >= 3);
  for (const [first, ...others] of groupBy(places, ({ type }) => shapeOf(type)).values()) {
    if (first === undefined) continue;
    for (const { path, type } of others) {
      yield {
        path,
        message: `The ${type.type} '${type.name.name}' has the same ${type.type === 'enum' ? 'symbols' : 'fields'} as '${first.type.name.name}'.`,
        suggestion: `"type": "${first.type.name.fullName}"`,
      };
    }
  }
}

function countParts(type: AvroNamedType): number {
  if (type.type === 'record') return type.fields.length;
  return type.type === 'enum' ? type.symbols.length : 0;
}

/** What a type consists of, without its name and documentation. */
function shapeOf(type: AvroNamedType): string {
  if (type.type === 'enum') return `enum ${type.symbols.join(' ')}`;
  if (type.type === 'fixed') return `fixed ${type.size}`;
  const fields = type.fields.map(
    (field) => `${field.name} ${printLosslessJson(writtenType(field.type))}`,
  );
  return `record ${fields.join(' ')}`;
}
