import type {
  AvroEnum,
  AvroField,
  AvroName,
  AvroNamedType,
  AvroRecord,
  AvroType,
} from '../../avro/model.ts';
import { parseAvro } from '../../avro/parse.ts';
import { printAvro } from '../../avro/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { AvroSchema, ReferencedSchema } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';
import type { FieldEditor } from './edit-fields.ts';
import { editFields } from './edit-fields.ts';
import { namedTypesIn } from './named-types-in.ts';
import type { NamedEdit } from './rebuild-avro.ts';
import { rebuildAvro } from './rebuild-avro.ts';

/** Changes to a schema that is left as it is; `finish` makes the changed one. */
export interface AvroEditor {
  /** The fields of a record. */
  fieldsOf(record: AvroRecord): FieldEditor;
  setDefault(record: AvroRecord, name: string, value: JsonValue): void;
  addFieldAlias(record: AvroRecord, name: string, alias: string): void;
  addTypeAlias(type: AvroNamedType, alias: AvroName): void;
  setEnumDefault(type: AvroEnum, symbol: string): void;
  setSymbols(type: AvroEnum, symbols: readonly string[]): void;
  /** Gives a type another name everywhere. */
  renameType(type: AvroNamedType, name: AvroName): void;
  setRoot(type: AvroType): void;
  /**
   * The changed schema as a registry would store it.
   *
   * @returns undefined where that is no schema that could be registered
   */
  finish(references: readonly ReferencedSchema[]): AvroSchema | undefined;
}

/** Starts to change a schema. Fields and types of other schemas may be put in: a name that both have means this schema's. */
export function editAvro(schema: AvroSchema): AvroEditor {
  const edits = new Map<AvroNamedType, NamedEdit>();
  const fields = new Map<AvroRecord, FieldEditor>();
  let { root } = schema;

  function editOf(type: AvroNamedType): NamedEdit {
    const known = edits.get(type) ?? {};
    edits.set(type, known);
    return known;
  }

  function fieldsOf(record: AvroRecord): FieldEditor {
    const known = fields.get(record) ?? editFields(record);
    fields.set(record, known);
    return known;
  }

  function changeField(
    record: AvroRecord,
    name: string,
    change: (field: AvroField) => AvroField,
  ): void {
    const editor = fieldsOf(record);
    const field = editor.get(name);
    if (field !== undefined) editor.replace(name, [change(field)]);
  }

  return {
    fieldsOf,
    setDefault(record, name, value) {
      changeField(record, name, (field) => ({ ...field, default: value }));
    },
    addFieldAlias(record, name, alias) {
      changeField(record, name, (field) => ({ ...field, aliases: [...field.aliases, alias] }));
    },
    addTypeAlias(type, alias) {
      const edit = editOf(type);
      edit.aliases = [...(edit.aliases ?? type.aliases), alias];
    },
    setEnumDefault(type, symbol) {
      editOf(type).default = symbol;
    },
    setSymbols(type, symbols) {
      editOf(type).symbols = symbols;
    },
    renameType(type, name) {
      editOf(type).name = name;
    },
    setRoot(type) {
      root = type;
    },
    finish(references) {
      const own = namedTypesIn(schema.root);
      for (const [record, editor] of fields) editOf(record).fields = editor.list();
      try {
        const text = printAvro(rebuildAvro(root, edits, own), schema.referenceNames);
        return parseAvro(text, { references });
      } catch (error) {
        if (isSchemaError(error)) return undefined;
        throw error;
      }
    },
  };
}
