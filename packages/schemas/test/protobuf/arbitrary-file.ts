import fc from 'fast-check';
import type {
  ProtoEnum,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoField,
  ProtoFile,
  ProtoGroup,
  ProtoImport,
  ProtoMessage,
  ProtoOneof,
  ProtoOption,
  ProtoOptionValue,
  ProtoReserved,
  ProtoService,
} from '../../src/index.ts';

/** Files as they come from reading: every name means something, and nothing stands twice. */

const scalar = fc.constantFrom('int32', 'sint64', 'fixed32', 'double', 'bool', 'string', 'bytes');
const key = fc.constantFrom('string', 'int32', 'bool');
const word = fc.stringMatching(/^[A-Z][A-Z_]{0,6}$/);
const lower = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/).map((name) => `n_${name}`);
const number = fc.constantFrom('0', '-1', '1.5', '-2e10', '0x1F', '-inf', '17');
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a"b', "it's", '\\n\n\t', ''),
);

const scalarValue: fc.Arbitrary<ProtoOptionValue> = fc.oneof(
  text.map((each): ProtoOptionValue => ({ kind: 'string', text: each })),
  fc.boolean().map((each): ProtoOptionValue => ({ kind: 'boolean', text: `${each}` })),
  number.map((each): ProtoOptionValue => ({ kind: 'number', text: each })),
  word.map((each): ProtoOptionValue => ({ kind: 'word', text: each })),
);

const mapKey = fc.oneof(
  lower,
  lower.map((name) => `[x.${name}]`),
);

const { value } = fc.letrec<{ value: ProtoOptionValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalarValue,
    fc
      .uniqueArray(fc.record({ key: mapKey, value: tie('value') }), {
        selector: (entry) => entry.key,
        maxLength: 3,
      })
      .map((entries): ProtoOptionValue => ({ kind: 'map', entries })),
    fc
      .array(tie('value'), { maxLength: 3 })
      .map((values): ProtoOptionValue => ({ kind: 'list', values })),
  ),
}));

const inBrackets = fc.boolean();
const option: fc.Arbitrary<ProtoOption> = fc
  .tuple(lower, inBrackets, value, fc.option(lower, { nil: undefined }))
  .map(([name, isExtension, set, part]) => ({
    name: isExtension ? `opt.${name}` : name,
    isExtension,
    value:
      part !== undefined && isExtension
        ? { kind: 'option', option: { name: part, isExtension: false, value: set } }
        : set,
  }));
const options = fc.uniqueArray(option, { selector: ({ name }) => name, maxLength: 2 });

/** What a type may be in a file of these messages and enums. */
interface Known {
  readonly isProto3: boolean;
  readonly types: readonly string[];
}

const distinctNumbers = { selector: (each: { number: number }) => each.number };
const fieldNumber = fc.integer({ min: 1, max: 500 });

function field({ isProto3, types }: Known): fc.Arbitrary<ProtoField> {
  const label: fc.Arbitrary<ProtoField['label']> = isProto3
    ? fc.constantFrom(undefined, 'optional', 'repeated')
    : fc.constantFrom('optional', 'required', 'repeated');
  const named = fc.constantFrom('int64', ...types);
  const jsonName = fc.option(text, { nil: undefined, freq: 5 });
  return fc
    .tuple(fc.oneof(scalar, named), label, lower, fieldNumber, options, jsonName)
    .chain(([type, some, name, at, set, json]) =>
      fc.option(key, { nil: undefined, freq: 6 }).map((mapped) => ({
        label: mapped === undefined ? some : undefined,
        type,
        mapKey: mapped,
        name,
        number: at,
        options: json === undefined ? set : [...set, jsonNamed(json)],
        doc: '',
      })),
    );
}

function jsonNamed(json: string): ProtoOption {
  return { name: 'json_name', isExtension: false, value: { kind: 'string', text: json } };
}

function fields(known: Known, maxLength = 4): fc.Arbitrary<ProtoField[]> {
  return (
    fc
      .uniqueArray(field(known), { ...distinctNumbers, maxLength })
      // Names that differ in underscores alone lead to maps whose entries are called the same, which protoc refuses.
      .map((some) => [
        ...new Map(some.map((each) => [each.name.replaceAll('_', ''), each])).values(),
      ])
  );
}

function groups(known: Known): fc.Arbitrary<ProtoGroup[]> {
  if (known.isProto3) return fc.constant([]);
  const group = fc.record({
    label: fc.constantFrom('optional' as const, 'repeated' as const),
    name: word.map((name) => `Group${name}`),
    number: fc.integer({ min: 600, max: 700 }),
    fields: fields(known, 2),
    options: fc.constant([]),
    doc: fc.constant(''),
  });
  return fc.uniqueArray(group, { ...distinctNumbers, maxLength: 1 });
}

function oneof(known: Known): fc.Arbitrary<ProtoOneof> {
  const members = fields(known, 3).map((some) =>
    some.map((each) => ({ ...each, label: undefined, mapKey: undefined })),
  );
  return fc.record({
    name: lower,
    fields: members.filter(({ length }) => length > 0),
    groups: fc.constant([]),
    options,
    doc: fc.constant(''),
  });
}

/** Oneofs whose numbers are not mixed, the higher ones first or last. */
function oneofs(known: Known): fc.Arbitrary<ProtoOneof[]> {
  const some = fc.uniqueArray(oneof(known), { selector: ({ name }) => name, maxLength: 2 });
  return fc.tuple(some, fc.boolean()).map(([found, isUpwards]) =>
    found.map((each, index) => {
      const more = 10_000 + 1000 * (isUpwards ? index : found.length - index);
      const moved = each.fields.map((field) => ({ ...field, number: field.number + more }));
      return { ...each, fields: moved };
    }),
  );
}

const range = fc
  .tuple(fc.integer({ min: 1000, max: 2000 }), fc.integer({ min: 1, max: 9 }))
  .map(([from, more]) => ({ from, to: from + more }));
const toMax = fc.integer({ min: 3000, max: 4000 }).map((from) => ({ from, to: 'max' as const }));
const numbers = fc.array(fc.oneof(fc.integer({ min: 1000, max: 2000 }), range, toMax), {
  minLength: 1,
  maxLength: 3,
});
const reserved: fc.Arbitrary<ProtoReserved> = fc.record({
  values: fc.oneof(numbers, fc.array(lower, { minLength: 1, maxLength: 2 })),
  doc: fc.constant(''),
});
const extensionRange: fc.Arbitrary<ProtoExtensionRange> = fc.record({
  values: numbers,
  options,
  doc: fc.constant(''),
});

function enumOf(name: string): fc.Arbitrary<ProtoEnum> {
  const constant = fc.record({
    name: word.map((each) => `C_${each}`),
    number: fc.integer({ min: -3, max: 20 }),
    options,
    doc: fc.constant(''),
  });
  return fc.record({
    kind: fc.constant('enum' as const),
    name: fc.constant(name),
    doc: fc.constant(''),
    constants: fc.uniqueArray(constant, { ...distinctNumbers, maxLength: 4 }),
    options,
    reserved: fc.array(reserved, { maxLength: 1 }),
  });
}

function extension(known: Known, names: readonly string[]): fc.Arbitrary<ProtoExtension[]> {
  const [first] = names;
  if (first === undefined) return fc.constant([]);
  const one = fc.record({
    name: fc.constantFrom(first, ...names),
    fields: fields(known, 2)
      .filter(({ length }) => length > 0)
      .map((some) => some.map((each) => withoutMap(known, each))),
    groups: fc.constant([]),
    doc: fc.constant(''),
  });
  return fc.uniqueArray(one, { selector: ({ name }) => name, maxLength: 2 });
}

/** Nobody is extended by a map. */
function withoutMap({ isProto3 }: Known, each: ProtoField): ProtoField {
  if (each.mapKey === undefined) return each;
  return { ...each, mapKey: undefined, label: isProto3 ? undefined : 'optional' };
}

function messageOf(
  name: string,
  known: Known,
  messages: readonly string[],
  depth: number,
): fc.Arbitrary<ProtoMessage> {
  const inner = depth > 1 ? [] : [messageOf(`${name}In`, known, messages, depth + 1)];
  const nested = fc.tuple(...inner, enumOf(`${name}Kind`));
  return fc.record({
    kind: fc.constant('message' as const),
    name: fc.constant(name),
    doc: fc.constant(''),
    fields: fields(known),
    oneofs: oneofs(known),
    groups: groups(known),
    types: fc.option(nested, { nil: [], freq: 2 }),
    extensions: extension(known, messages),
    options,
    reserved: fc.array(reserved, { maxLength: 2 }),
    extensionRanges: known.isProto3 ? fc.constant([]) : fc.array(extensionRange, { maxLength: 1 }),
  });
}

function services(messages: readonly string[]): fc.Arbitrary<ProtoService[]> {
  const [first] = messages;
  if (first === undefined) return fc.constant([]);
  const type = fc.constantFrom(first, ...messages);
  const rpc = fc.record({
    name: word,
    requestType: type,
    requestStreams: fc.boolean(),
    responseType: type,
    responseStreams: fc.boolean(),
    options,
    doc: fc.constant(''),
  });
  const service = fc.record({
    name: word.map((name) => `Service${name}`),
    rpcs: fc.array(rpc, { maxLength: 2 }),
    options,
    doc: fc.constant(''),
  });
  return fc.uniqueArray(service, { selector: ({ name }) => name, maxLength: 2 });
}

const plainImport = lower.map(
  (name): ProtoImport => ({ path: `${name}.proto`, modifier: undefined }),
);
const publicImport = lower.map((name): ProtoImport => ({ path: `p/${name}`, modifier: 'public' }));
const imports = fc
  .tuple(
    fc.uniqueArray(plainImport, { selector: ({ path }) => path, maxLength: 3 }),
    fc.uniqueArray(publicImport, { selector: ({ path }) => path, maxLength: 2 }),
  )
  .map((both) => both.flat());

const packageName = fc.constantFrom(undefined, 'shop', 'shop.v1');
const syntax = fc.constantFrom(undefined, 'proto2' as const, 'proto3' as const);
const count = fc.integer({ min: 0, max: 3 });

/** Any file, every type of which is written in the file itself. */
export const arbitraryFile: fc.Arbitrary<ProtoFile> = fc
  .tuple(syntax, packageName, count)
  .chain(([written, name, size]) => {
    const messages = Array.from({ length: size }, (_, index) => `M${index}`);
    const dotted = messages.map((each) => `.${name === undefined ? '' : `${name}.`}${each}`);
    const known = { isProto3: written === 'proto3', types: [...messages, ...dotted] };
    return fc.record({
      syntax: fc.constant(written),
      packageName: fc.constant(name),
      imports,
      options,
      types: fc.tuple(...messages.map((each) => messageOf(each, known, messages, 0)), enumOf('E')),
      services: services(messages),
      extensions: extension(known, messages),
    });
  });
