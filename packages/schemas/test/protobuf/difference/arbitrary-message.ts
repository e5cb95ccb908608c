import fc from 'fast-check';

/** A message as plain data, to be written in several ways. */
export interface MessageDraft {
  name: string;
  fields: FieldDraft[];
  oneofs: { name: string; fields: FieldDraft[] }[];
  messages: MessageDraft[];
  enums: { name: string; constants: string[] }[];
}

/** A field of it. */
export interface FieldDraft {
  name: string;
  number: number;
  label: 'optional' | 'required' | 'repeated';
  type: string;
}

/** How drafts are written. */
export interface WriteOptions {
  /** What is put behind the names of fields, constants and the like, but not of types and oneofs. */
  suffix?: string;
  /** Whether everything stands in the reverse order. */
  reversed?: boolean;
}

const TYPES = ['int32', 'sint64', 'bool', 'string', 'bytes', 'fixed64', 'double', 'M0', 'M0.E0'];
const type = fc.oneof(
  fc.constantFrom(...TYPES),
  fc.constantFrom(...TYPES).map((value) => `map<string, ${value}>`),
);
const label = fc.constantFrom<FieldDraft['label']>('optional', 'required', 'repeated');

interface Shape {
  fields: { label: FieldDraft['label']; type: string }[];
  oneofs: string[][];
  messages: Shape[];
  enums: number[];
  /** Where the numbers of the fields begin, and how far they are apart. */
  numbers: [number, number];
}

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.record({
    fields: fc.array(fc.record({ label, type }), { maxLength: 5 }),
    oneofs: fc.array(fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }), {
      maxLength: 2,
    }),
    messages: fc.oneof(
      { maxDepth: 2 },
      fc.constant<Shape[]>([]),
      fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
    ),
    enums: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    numbers: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 })),
  }),
}));

/** Messages of a file. The first has an enum, as others use it. */
export const arbitraryMessages: fc.Arbitrary<MessageDraft[]> = fc
  .array(shape, { minLength: 1, maxLength: 4 })
  .map(([first, ...rest]) => {
    const withEnum = first === undefined ? [] : [{ ...first, enums: [2, ...first.enums] }];
    return [...withEnum, ...rest].map((each, index) => draft(each, `M${index}`));
  });

function draft({ fields, oneofs, messages, enums, numbers: [begin, step] }: Shape, name: string) {
  let number = begin - step;
  const next = (): { name: string; number: number } => {
    number += step;
    return { name: `f${number}`, number };
  };
  const message: MessageDraft = {
    name,
    fields: fields.map((field) => ({ ...field, ...next() })),
    oneofs: oneofs.map((types, index) => ({
      name: `choice_${index}`,
      fields: types.map((each) => ({ label: 'optional', type: each, ...next() })),
    })),
    messages: messages.map((inner, index) => draft(inner, `Inner${index}`)),
    enums: enums.map((count, index) => ({
      name: `E${index}`,
      constants: Array.from({ length: count }, (_, constant) => `${name}_E${index}_C${constant}`),
    })),
  };
  return message;
}

/** A proto2 file of messages. */
export function writeMessages(
  messages: readonly MessageDraft[],
  { suffix = '', reversed = false }: WriteOptions = {},
): string {
  const turn = <Part>(parts: readonly Part[]): readonly Part[] =>
    reversed ? [...parts].reverse() : parts;

  function field({ name, number, label: written, type: of }: FieldDraft, inOneof: boolean): string {
    const before = inOneof || of.startsWith('map<') ? '' : `${written} `;
    return `${before}${of} ${name}${suffix} = ${number};`;
  }

  function message(each: MessageDraft): string {
    const parts = [
      ...turn(each.fields).map((one) => field(one, false)),
      ...turn(each.oneofs).map(
        ({ name, fields }) =>
          `oneof ${name} { ${turn(fields)
            .map((one) => field(one, true))
            .join(' ')} }`,
      ),
      ...turn(each.messages).map(message),
      ...turn(each.enums).map(
        ({ name, constants }) =>
          `enum ${name} { ${constants.map((one, index) => `${one}${suffix} = ${index};`).join(' ')} }`,
      ),
    ];
    return `message ${each.name} {\n${parts.join('\n')}\n}`;
  }

  return ['syntax = "proto2";', 'package shop;', ...turn(messages).map(message)].join('\n');
}
