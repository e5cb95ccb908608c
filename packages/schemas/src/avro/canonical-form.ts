import type { AvroType } from './model.ts';
import { refuseSize } from './refuse.ts';

const GREATEST_DEPTH = 1000;

/**
 * The Parsing Canonical Form of a schema, as Avro Java's `SchemaNormalization.toParsingForm` prints
 * it: full names, only what decides over the binary form.
 *
 * @throws SchemaError `too_large` where types stand inside each other more than 1000 deep
 * @see https://avro.apache.org/docs/1.12.0/specification/#transforming-into-parsing-canonical-form
 */
export function parsingCanonicalForm(root: AvroType): string {
  const known = new Set<string>();
  let out = '';
  let depth = 0;

  function print(type: AvroType): void {
    depth += 1;
    if (depth > GREATEST_DEPTH) {
      throw refuseSize(`The schema nests deeper than ${GREATEST_DEPTH} types`);
    }
    printType(type);
    depth -= 1;
  }

  function printType(type: AvroType): void {
    switch (type.type) {
      case 'union':
        out += '[';
        for (const [index, branch] of type.branches.entries()) {
          if (index > 0) out += ',';
          print(branch);
        }
        out += ']';
        return;
      case 'array':
        out += '{"type":"array","items":';
        print(type.items);
        out += '}';
        return;
      case 'map':
        out += '{"type":"map","values":';
        print(type.values);
        out += '}';
        return;
      case 'record':
      case 'enum':
      case 'fixed': {
        const name = `"${type.name.fullName}"`;
        if (known.has(name)) {
          out += name;
          return;
        }
        known.add(name);
        out += `{"name":${name},"type":"${type.type}"`;
        if (type.type === 'fixed') out += `,"size":${type.size}`;
        else if (type.type === 'enum') {
          out += `,"symbols":[${type.symbols.map((symbol) => `"${symbol}"`).join(',')}]`;
        } else {
          out += ',"fields":[';
          for (const [index, field] of type.fields.entries()) {
            out += `${index > 0 ? ',' : ''}{"name":"${field.name}","type":`;
            print(field.type);
            out += '}';
          }
          out += ']';
        }
        out += '}';
        return;
      }
      default:
        out += `"${type.type}"`;
    }
  }
  print(root);
  return out;
}
