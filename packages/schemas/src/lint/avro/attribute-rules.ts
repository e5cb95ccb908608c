import { isNamed } from '../../avro/model.ts';
import { editDistance } from '../../name-words.ts';
import { sayJson } from '../../structural-difference/say-value.ts';
import type { Complaint } from '../lint-rule.ts';
import type { AvroLintRule, LintedAvro } from './avro-lint-rule.ts';

/** What is meant where a schema has a property of this name, which means nothing to Avro. */
const MEANT: Readonly<Record<string, string>> = {
  description: 'doc',
  comment: 'doc',
  docs: 'doc',
  documentation: 'doc',
  alias: 'aliases',
  optional: '["null", …] as the type, and a default',
  nullable: '["null", …] as the type, and a default',
  required: 'no default',
  logicaltype: 'logicalType',
  logical_type: 'logicalType',
};

/** Attributes that Avro passes over without a word. */
export const attributeRules: readonly AvroLintRule[] = [
  {
    id: 'misspelt-attribute',
    group: 'structure',
    severity: 'warning',
    summary: 'Attributes are spelt as Avro knows them.',
    check: checkAttributes,
  },
  {
    id: 'default-on-type',
    group: 'evolution',
    severity: 'warning',
    summary: 'A default stands on the field, not within its type.',
    *check({ outline }) {
      for (const { path, type, field } of outline.values) {
        if (type.type === 'union' || type.type === 'enum') continue;
        if (isNamed(type) && outline.types.get(type.name.fullName)?.path !== path) continue;
        const written = type.properties.get('default');
        if (written === undefined || field === undefined) continue;
        yield {
          path,
          message: `The default ${sayJson(written)} is written within the type, where Avro ignores it.`,
          suggestion: `Move it to the field: {"name": "${field.name}", "type": …, "default": ${sayJson(written)}}`,
        };
      }
    },
  },
];

function* checkAttributes({ outline }: LintedAvro): Iterable<Complaint> {
  for (const { path, field } of outline.fields) {
    yield* complain(path, field.properties.keys(), ['default', 'doc', 'aliases', 'order']);
  }
  for (const { path, type } of outline.types.values()) {
    const known = type.type === 'enum' ? ['symbols', 'default'] : [];
    yield* complain(path, type.properties.keys(), ['aliases', 'namespace', ...known]);
  }
}

function* complain(
  path: string,
  keys: Iterable<string>,
  known: readonly string[],
): Iterable<Complaint> {
  for (const key of keys) {
    const lower = key.toLowerCase();
    const meant =
      (Object.hasOwn(MEANT, lower) ? MEANT[lower] : undefined) ??
      known.find(
        (name) => name !== key && editDistance(name, lower, 2) <= (name.length > 4 ? 2 : 0),
      );
    if (meant === undefined || key === 'logicalType') continue;
    yield {
      path,
      message: `Avro does not know the attribute '${key}' and ignores it.`,
      suggestion: `Write ${meant} instead of ${key}.`,
    };
  }
}
