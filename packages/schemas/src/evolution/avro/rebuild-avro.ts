import type { AvroField, AvroName, AvroNamedType, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';

/** What is different about a named type. */
export interface NamedEdit {
  name?: AvroName;
  aliases?: readonly AvroName[];
  fields?: readonly AvroField[];
  symbols?: readonly string[];
  /** Of an enum. */
  default?: string;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Copies a graph of types with some of them changed. The fields that an edit gives a record may be
 * those of another schema.
 *
 * @param own named types of the schema itself, which a name means where another schema has it too
 */
export function rebuildAvro(
  root: AvroType,
  edits: ReadonlyMap<AvroNamedType, NamedEdit>,
  own: ReadonlySet<AvroNamedType>,
): AvroType {
  const byName = new Map<string, AvroNamedType>();
  for (const type of own) byName.set((edits.get(type)?.name ?? type.name).fullName, type);
  const made = new Map<AvroNamedType, AvroNamedType>();
  // Types wait for their fields here, as they may lead to each other in long chains.
  const waiting: (() => void)[] = [];

  function copy(type: AvroType): AvroType {
    if (isNamed(type))
      return copyNamed(own.has(type) ? type : (byName.get(type.name.fullName) ?? type));
    if (type.type === 'array') return { ...type, items: copy(type.items) };
    if (type.type === 'map') return { ...type, values: copy(type.values) };
    return type.type === 'union' ? { ...type, branches: type.branches.map(copy) } : type;
  }

  function copyNamed(type: AvroNamedType): AvroNamedType {
    const known = made.get(type);
    if (known !== undefined) return known;
    const { name = type.name, aliases = type.aliases, ...edit } = edits.get(type) ?? {};
    if (type.type === 'fixed') return keep(type, { ...type, name, aliases });
    if (type.type === 'enum') {
      const symbols = edit.symbols ?? type.symbols;
      const fallback = edit.default ?? type.default;
      const isThere = fallback !== undefined && symbols.includes(fallback);
      return keep(type, {
        ...type,
        name,
        aliases,
        symbols,
        default: isThere ? fallback : undefined,
      });
    }
    const record: Writable<typeof type> = { ...type, name, aliases };
    waiting.push(() => {
      const fields = (edit.fields ?? type.fields).map((field, position) => ({
        ...field,
        position,
        type: copy(field.type),
      }));
      record.fields = fields;
      record.fieldsByName = new Map(fields.map((field) => [field.name, field]));
    });
    return keep(type, record);
  }

  function keep(type: AvroNamedType, copied: AvroNamedType): AvroNamedType {
    made.set(type, copied);
    return copied;
  }

  const copied = copy(root);
  for (let fill = waiting.pop(); fill !== undefined; fill = waiting.pop()) fill();
  return copied;
}
