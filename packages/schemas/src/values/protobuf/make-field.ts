import type { ProtoField, ProtoFile, ProtoGroup } from '../../protobuf/model.ts';
import { scopedName } from './collect-extensions.ts';
import { jsonName } from './json-names.ts';
import type { FieldShape, ValueType } from './message-shape.ts';
import { isScalarType } from './scalar-types.ts';

/** Where a field is written. */
export interface FieldSite {
  readonly scope: string;
  readonly file: ProtoFile;
  readonly oneof: string | undefined;
  readonly isExtension: boolean;
}

/** The field that a group stands for; its name is that of the group in lower case. */
export function groupField({ label, name, number, options, doc }: ProtoGroup): ProtoField {
  return {
    label,
    name: name.toLowerCase(),
    number,
    options,
    doc,
    type: name,
    mapKey: undefined,
  };
}

/** Looks up everything about a field whose type is known. */
export function makeField(field: ProtoField, type: ValueType, site: FieldSite): FieldShape {
  const { label, number, mapKey } = field;
  const isProto3 = site.file.syntax === 'proto3';
  const extensionName = `[${scopedName(site.scope, field.name)}]`;
  const isMap = mapKey !== undefined && isScalarType(mapKey);
  const cardinality = isMap ? 'map' : label === 'repeated' ? 'repeated' : 'singular';
  const hasPresence =
    !isProto3 ||
    label !== undefined ||
    site.oneof !== undefined ||
    site.isExtension ||
    type.kind === 'message';
  return {
    name: site.isExtension ? extensionName : field.name,
    jsonName: site.isExtension ? extensionName : jsonName(field),
    number,
    cardinality,
    type,
    mapKey: isMap ? mapKey : undefined,
    presence: label === 'required' ? 'required' : hasPresence ? 'explicit' : 'implicit',
    packed: cardinality === 'repeated' && isPackable(type) && isPacked(field, isProto3),
    oneof: site.oneof,
  };
}

function isPackable(type: ValueType): boolean {
  return (
    type.kind === 'enum' ||
    (type.kind === 'scalar' && type.scalar !== 'string' && type.scalar !== 'bytes')
  );
}

function isPacked({ options }: ProtoField, byDefault: boolean): boolean {
  const option = options.find(({ name, isExtension }) => name === 'packed' && !isExtension);
  const value = option?.value;
  return value !== undefined && 'text' in value ? value.text === 'true' : byDefault;
}
