/** One way in which a Protobuf schema differs from another. */
export interface ProtobufChange {
  readonly type: ProtobufChangeType;
  /** `#/Order/Line/3`: messages, a oneof if the field is in one, and the field's number; `#/` for the file. */
  readonly path: string;
}

/** The registry's word for a difference. */
export type ProtobufChangeType = keyof typeof protobufChanges;

/** What the registry makes of a kind of difference. */
export interface ProtobufChangeRule {
  /** Whether a reader of the one schema can read what a writer of the other wrote. */
  readonly compatible: boolean;
  /** What is said of it; `reader` and `writer` are `new` and `old`, or the reverse. */
  readonly message: (path: string, reader: string, writer: string) => string;
}

/** Every kind of difference. What is added is in the reader's schema and not in the writer's. */
export const protobufChanges = {
  PACKAGE_CHANGED: breaks(
    (path, reader, writer) =>
      `The package at '${path}' in the ${reader} schema does not match the package in the ${writer} schema`,
  ),
  MESSAGE_ADDED: keeps(
    (path, reader, writer) =>
      `A MESSAGE type at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  MESSAGE_REMOVED: breaks(
    (path, reader, writer) =>
      `The ${reader} schema is missing a MESSAGE type at path '${path}' in the ${writer} schema`,
  ),
  MESSAGE_MOVED: keeps(
    (path, reader, writer) =>
      `A MESSAGE type at path '${path}' in the ${reader} schema has another position in the ${writer} schema`,
  ),
  ENUM_ADDED: keeps(
    (path, reader, writer) =>
      `An ENUM type at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  ENUM_REMOVED: keeps(
    (path, reader, writer) =>
      `The ${reader} schema is missing an ENUM type at path '${path}' in the ${writer} schema`,
  ),
  ENUM_CONST_ADDED: keeps(
    (path, reader, writer) =>
      `An ENUM constant at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  ENUM_CONST_REMOVED: keeps(
    (path, reader, writer) =>
      `The ${reader} schema is missing an ENUM constant at path '${path}' in the ${writer} schema`,
  ),
  ENUM_CONST_CHANGED: keeps(
    (path, reader, writer) =>
      `The name of an ENUM constant at path '${path}' in the ${reader} schema does not match its name in the ${writer} schema`,
  ),
  FIELD_ADDED: keeps(
    (path, reader, writer) =>
      `A field at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  FIELD_REMOVED: keeps(
    (path, reader, writer) =>
      `The ${reader} schema is missing a field at path '${path}' in the ${writer} schema`,
  ),
  FIELD_NAME_CHANGED: keeps(
    (path, reader, writer) =>
      `The name of a field at path '${path}' in the ${reader} schema does not match its name in the ${writer} schema`,
  ),
  FIELD_KIND_CHANGED: breaks(
    (path, reader, writer) =>
      `The type of a field at path '${path}' in the ${reader} schema does not match the ${writer} schema`,
  ),
  FIELD_SCALAR_KIND_CHANGED: breaks(
    (path, reader, writer) =>
      `The kind of a SCALAR field at path '${path}' in the ${reader} schema does not match its kind in the ${writer} schema`,
  ),
  FIELD_NAMED_TYPE_CHANGED: breaks(
    (path, reader, writer) =>
      `The type of a MESSAGE field at path '${path}' in the ${reader} schema does not match its type in the ${writer} schema`,
  ),
  FIELD_NUMERIC_LABEL_CHANGED: breaks(
    (path, reader, writer) =>
      `The label for a NUMERIC field at path '${path}' in the ${reader} schema does not match its label in the ${writer} schema`,
  ),
  FIELD_STRING_OR_BYTES_LABEL_CHANGED: keeps(
    (path, reader, writer) =>
      `The label for a STRING or BYTES field at path '${path}' in the ${reader} schema does not match its label in the ${writer} schema`,
  ),
  // The registry writes two blanks in the one and a colon in the other.
  REQUIRED_FIELD_ADDED: breaks(
    (path, reader, writer) =>
      `A required field  at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  REQUIRED_FIELD_REMOVED: breaks(
    (path, reader, writer) =>
      `The ${reader} schema is missing a required field at path: '${path}' in the ${writer} schema`,
  ),
  ONEOF_ADDED: keeps(
    (path, reader, writer) =>
      `A oneof at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  ONEOF_REMOVED: keeps(
    (path, reader, writer) =>
      `The ${reader} schema is missing a oneof at path '${path}' in the ${writer} schema`,
  ),
  ONEOF_FIELD_ADDED: keeps(
    (path, reader, writer) =>
      `A oneof field at path '${path}' in the ${reader} schema is missing in the ${writer} schema`,
  ),
  ONEOF_FIELD_REMOVED: breaks(
    (path, reader, writer) =>
      `The ${reader} schema is missing a oneof field at path '${path}' in the ${writer} schema`,
  ),
  ONEOF_FIELD_MOVED_TO_TOP_LEVEL: keeps(
    (path, reader, writer) =>
      `A field at path '${path}' in the ${reader} schema is inside a oneof in the ${writer} schema`,
  ),
  FIELD_MOVED_TO_EXISTING_ONEOF: breaks(
    (path, reader, writer) =>
      `A field in the oneof at path '${path}' in the ${reader} schema is outside an existing oneof in the ${writer} schema`,
  ),
  MULTIPLE_FIELDS_MOVED_TO_ONEOF: breaks(
    (path, reader, writer) =>
      `Multiple fields in the oneof at path '${path}' in the ${reader} schema are outside a oneof in the ${writer} schema`,
  ),
} as const satisfies Record<string, ProtobufChangeRule>;

function keeps(message: ProtobufChangeRule['message']): ProtobufChangeRule {
  return { compatible: true, message };
}

function breaks(message: ProtobufChangeRule['message']): ProtobufChangeRule {
  return { compatible: false, message };
}
