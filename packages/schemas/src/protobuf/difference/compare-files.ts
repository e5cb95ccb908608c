import { runInOrder } from '../../field-walk/run-in-order.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { typeTable } from '../type-table.ts';
import { compareFields } from './compare-fields.ts';
import { compareOneofs } from './compare-oneofs.ts';
import type { TypesOf } from './compare-types.ts';
import { compareTypes } from './compare-types.ts';
import type { Comparison, NamedMessage, Pair, Place, Side } from './comparison.ts';
import { startComparison } from './comparison.ts';
import type { ProtobufChange } from './protobuf-change.ts';

/**
 * Every difference between two Protobuf schemas that the registry knows, in its order, compatible
 * ones too. It does not know options, reserved numbers, services, extensions and groups. Imported
 * messages are compared at the first field that uses them.
 *
 * @throws SchemaError `too_large` where the schemas are too large or too different to compare
 */
export function compareFiles(reader: ProtobufSchema, writer: ProtobufSchema): ProtobufChange[] {
  const sides = { reader: sideOf(reader), writer: sideOf(writer) };
  const changes: ProtobufChange[] = [];
  runInOrder((later) => {
    const comparison = startComparison(sides, changes, later, compareMessage);
    if (reader.file.packageName !== writer.file.packageName) {
      comparison.report('PACKAGE_CHANGED', undefined);
    }
    const types = { reader: typesOfFile(reader), writer: typesOfFile(writer) };
    compareTypes(comparison, types, undefined);
  });
  return changes;
}

function sideOf(schema: ProtobufSchema): Side {
  return { schema, table: typeTable(schema) };
}

function typesOfFile({ file }: ProtobufSchema): TypesOf {
  return { types: file.types, scope: file.packageName };
}

function compareMessage(comparison: Comparison, pair: Pair<NamedMessage>, place: Place): void {
  comparison.later(() => compareOneofs(comparison, pair, place));
  comparison.later(() => compareFields(comparison, pair, place));
  const types = { reader: typesInside(pair.reader), writer: typesInside(pair.writer) };
  comparison.later(() => compareTypes(comparison, types, place));
}

function typesInside({ message, fullName }: NamedMessage): TypesOf {
  return { types: message.types, scope: fullName };
}
