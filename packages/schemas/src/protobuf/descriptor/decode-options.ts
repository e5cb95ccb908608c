import type { ProtoField, ProtoOption, ProtoOptionValue } from '../model.ts';
import { findKnownType } from '../well-known/known-files.ts';
import type { DescriptorReader } from './descriptor-reader.ts';
import { type OptionsOf, optionsMessage } from './descriptor-types.ts';

/**
 * The options that Protobuf itself defines, in the order in which it does. Those of an `extend` are
 * left out: a descriptor alone does not say what they are called.
 */
export function decodeOptions(of: OptionsOf, reader: DescriptorReader | undefined): ProtoOption[] {
  if (reader === undefined) return [];
  return (optionsMessage(of)?.fields ?? []).flatMap((field) =>
    decodeValues(of, field, reader).map((value) => ({
      name: field.name,
      isExtension: false,
      value,
    })),
  );
}

function decodeValues(
  of: OptionsOf,
  { type, number }: ProtoField,
  reader: DescriptorReader,
): ProtoOptionValue[] {
  if (type === 'string') return reader.texts(number).map((text) => ({ kind: 'string', text }));
  if (type === 'bool')
    return reader.integers(number).map((value) => ({ kind: 'boolean', text: `${value === 1}` }));
  const named = findKnownType(type, `google.protobuf.${of}Options`)?.type;
  if (named?.kind !== 'enum') return [];
  return reader.integers(number).map((value) => {
    const constant = named.constants.find((each) => each.number === value);
    return { kind: 'word', text: constant?.name ?? `${value}` };
  });
}
