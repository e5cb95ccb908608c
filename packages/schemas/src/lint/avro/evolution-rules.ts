import type { AvroField, AvroType } from '../../avro/model.ts';
import { fitsDefault } from '../../avro/validate-default.ts';
import { isNullable } from '../../field-walk/avro/type-in-words.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { sayJson } from '../../structural-difference/say-value.ts';
import type { Complaint } from '../lint-rule.ts';
import type { AvroLintRule, LintedAvro } from './avro-lint-rule.ts';
import { suggestJson, writtenObject, writtenType } from './write-avro.ts';

/** What makes the next version harder than it need be. */
export const evolutionRules: readonly AvroLintRule[] = [
  {
    id: 'optional-without-default',
    group: 'evolution',
    severity: 'warning',
    summary: 'A field that may be null has a default.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (!isNullable(field.type) || field.default !== undefined) continue;
        yield {
          path,
          message: `'${field.name}' may be null but has no default: readers fail on data that lacks it, and it cannot be removed later.`,
          suggestion: optional(field),
        };
      }
    },
  },
  {
    id: 'default-not-of-first-branch',
    group: 'evolution',
    severity: 'warning',
    summary: 'The default of a union is a value of its first branch.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (field.type.type !== 'union' || field.default === undefined) continue;
        const [first] = field.type.branches;
        if (first === undefined || fitsDefault(first, field.default)) continue;
        yield {
          path,
          message: `The default ${sayJson(field.default)} of '${field.name}' is no value of the union's first branch: libraries before Avro 1.12 refuse the schema.`,
          suggestion: reordered(field, field.type.branches, field.default),
        };
      }
    },
  },
  {
    id: 'default-missing',
    group: 'evolution',
    severity: 'off',
    summary: 'Every field has a default, so that any of them can be removed.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (field.default !== undefined) continue;
        yield {
          path,
          message: `'${field.name}' has no default: it cannot be removed while older readers live.`,
          suggestion: optional(field),
        };
      }
    },
  },
  {
    id: 'enum-without-default',
    group: 'evolution',
    severity: 'warning',
    summary: 'An enum has a default, so that symbols can be added later.',
    check: checkEnums,
  },
  {
    id: 'unknown-not-default',
    group: 'evolution',
    severity: 'warning',
    summary: 'An enum with a symbol for the unknown has it as its default.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (type.type !== 'enum' || type.default === undefined) continue;
        const unknown = unknownSymbol(type.symbols);
        if (unknown === undefined || unknownSymbol([type.default]) !== undefined) continue;
        yield {
          path,
          message: `Readers of the enum '${type.name.name}' take symbols that they do not know for ${type.default}, although there is ${unknown}.`,
          suggestion: `"default": "${unknown}"`,
        };
      }
    },
  },
  {
    id: 'root-is-no-record',
    group: 'evolution',
    severity: 'info',
    summary: 'The schema is a record, which can get more fields, or a type for others to refer to.',
    *check({ schema }) {
      const { type } = schema.root;
      // An enum or a fixed is there for others to refer to.
      if (['record', 'union', 'enum', 'fixed'].includes(type)) return;
      yield {
        path: '',
        message: `The schema is of type ${type}, so nothing can ever be added beside its value.`,
        suggestion: '{"type": "record", "name": "Event", "fields": [{"name": "value", "type": …}]}',
      };
    },
  },
];

function* checkEnums({ outline }: LintedAvro): Iterable<Complaint> {
  const misled = new Set<AvroType>();
  for (const { field } of outline.fields) {
    if (field.type.type === 'enum' && field.default !== undefined) misled.add(field.type);
  }
  for (const { path, type } of outline.types.values()) {
    if (type.type !== 'enum' || type.default !== undefined) continue;
    const unknown = unknownSymbol(type.symbols);
    const trap = misled.has(type)
      ? ' The default of the field does not help: it only stands in where the whole field is missing.'
      : '';
    const symbols = `"symbols": ["UNKNOWN", …], "default": "UNKNOWN"`;
    yield {
      path,
      message: `The enum '${type.name.name}' has no default: readers fail on a symbol that was added after them.${trap}`,
      suggestion: unknown === undefined ? symbols : `"default": "${unknown}"`,
    };
  }
}

function unknownSymbol(symbols: readonly string[]): string | undefined {
  return symbols.find((symbol) =>
    /^(unknown|unspecified|undefined|other|unrecognized)$/i.test(symbol),
  );
}

function optional({ name, type }: AvroField): string {
  const branches = type.type === 'union' ? type.branches : [type];
  const others = branches.filter((branch) => branch.type !== 'null').map(writtenType);
  const full = suggestJson(writtenObject({ name, type: ['null', ...others], default: null }));
  return full ?? '"type": ["null", …], "default": null';
}

function reordered({ name }: AvroField, branches: readonly AvroType[], value: JsonValue): string {
  const first = branches.filter((branch) => fitsDefault(branch, value));
  const rest = branches.filter((branch) => !first.includes(branch));
  const type = [...first, ...rest].map(writtenType);
  const full = suggestJson(writtenObject({ name, type, default: value }));
  return full ?? `Put the branch of the default ${printLosslessJson(value).slice(0, 80)} first.`;
}
