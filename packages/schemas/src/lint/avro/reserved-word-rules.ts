import type { AvroLintRule } from './avro-lint-rule.ts';

/** Keywords and literals of Java 21 that no variable may be called. */
const JAVA =
  words(`abstract assert boolean break byte case catch char class const continue default do
  double else enum extends final finally float for goto if implements import instanceof int interface
  long native new package private protected public return short static strictfp super switch
  synchronized this throw throws transient try void volatile while true false null _`);

/** Reserved in SQL:2016 and in the engines that read topics: these must be quoted in every query. */
const SQL =
  words(`all and any as between by case cast check column constraint create cross current_date
  current_time current_timestamp default delete distinct drop else end except exists false for foreign
  from full grant group having in inner insert intersect into is join left like not null on or order
  outer primary references right select set table then to true union unique update user using values
  when where with`);

/** What an Avro IDL file cannot refer to as a type, even in backticks. */
const IDL = words(`boolean int long float double bytes string null date time_ms timestamp_ms
  local_timestamp_ms uuid`);

/** Words that mean something else to what is made from a schema. */
export const reservedWordRules: readonly AvroLintRule[] = [
  {
    id: 'reserved-java-word',
    group: 'naming',
    severity: 'info',
    summary: 'No field is called like a keyword of Java.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (!JAVA.has(field.name)) continue;
        yield {
          path,
          message: `'${field.name}' is a keyword of Java: generated classes call it '${field.name}$'.`,
          suggestion: `"name": "${field.name}Value", "aliases": ["${field.name}"], or a name that says more.`,
        };
      }
    },
  },
  {
    id: 'reserved-sql-word',
    group: 'naming',
    severity: 'info',
    summary: 'No field is called like a reserved word of SQL.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (!SQL.has(field.name.toLowerCase())) continue;
        yield {
          path,
          message: `'${field.name}' is reserved in SQL: every query and sink must quote it.`,
          suggestion: `"name": "${field.name}Value", "aliases": ["${field.name}"], or a name that says more.`,
        };
      }
    },
  },
  {
    id: 'reserved-idl-word',
    group: 'naming',
    severity: 'warning',
    summary: 'No type is called like a type of Avro IDL.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        const { name } = type.name;
        if (!IDL.has(name)) continue;
        yield {
          path,
          message: `The ${type.type} '${name}' is called like a type of Avro IDL, which cannot refer to it.`,
          suggestion: `"name": "${name.charAt(0).toUpperCase()}${name.slice(1)}Value", "aliases": ["${name}"]`,
        };
      }
    },
  },
];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
