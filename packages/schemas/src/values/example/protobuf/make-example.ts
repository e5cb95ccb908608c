import { nameWords } from '../../../name-words.ts';
import type { ProtobufSchema } from '../../../parsed-schema.ts';
import { SchemaError } from '../../../schema-error.ts';
import { setMember } from '../../plain-value.ts';
import { placedMessages } from '../../protobuf/message-indexes.ts';
import type { FieldShape, MessageShape, ValueType } from '../../protobuf/message-shape.ts';
import { messageShapes } from '../../protobuf/message-shapes.ts';
import { GREATEST_DEPTH } from '../../protobuf/wire-reader.ts';
import type { Random } from '../random.ts';
import { endlessMessages } from './endless-messages.ts';
import { scalarExample, symbolExample } from './scalar-example.ts';
import { wellKnownExample } from './well-known-example.ts';

// From here on the example is kept as small as the schema allows.
const ENOUGH_VALUES = 5000;
const MOST_VALUES = 200_000;
const MOST_PACKED = 20;
// Leaves room for what has to be there below.
const DEEPEST = GREATEST_DEPTH - 10;
const KEYS = ['alpha', 'beta', 'gamma'] as const;

/**
 * Makes up a message, guided by the names of fields.
 *
 * @param maxDepth levels of messages, lists and maps, below which only what has to be there is
 * @returns what decoding it gives: ProtoJSON, members by the numbers of their fields
 * @throws SchemaError `invalid_schema` where the message has no value, and `too_large` where all its
 *   values are too much
 */
export function makeExample(
  schema: ProtobufSchema,
  fullName: string,
  random: Random,
  maxDepth: number,
): unknown {
  const shapes = messageShapes(schema);
  const isEndless = endlessMessages(shapes);
  let values = 0;
  let level = 0;

  function make(type: ValueType, words: string, depth: number): unknown {
    values += 1;
    if (values > MOST_VALUES) throw refuseExample(`more than ${MOST_VALUES} values`);
    if (type.kind === 'scalar') return scalarExample(type.scalar, words, random);
    if (type.kind === 'enum') return symbolExample(type.enum, random);
    return makeMessage(shapes.of(type), words, depth);
  }

  function makeMessage(shape: MessageShape, words: string, depth: number): unknown {
    if (shape.wellKnown === 'Any') return isFlat(depth) ? {} : oneDown(() => makePacked(depth));
    if (shape.wellKnown !== undefined) {
      return wellKnownExample(shape.wellKnown, shape, words, random, isFlat(depth));
    }
    return oneDown(() => makeMembers(shape, depth));
  }

  function makeMembers(shape: MessageShape, depth: number): Record<string, unknown> {
    const members: Record<string, unknown> = {};
    const chosen = chooseMembers(shape, depth);
    for (const field of shape.fields) {
      if (field.oneof !== undefined && chosen.get(field.oneof) !== field) continue;
      const value = makeField(field, depth + 1);
      if (value !== undefined) setMember(members, field.jsonName, value);
    }
    return members;
  }

  /** Makes what is one level down on the wire. */
  function oneDown<Made>(makeInner: () => Made): Made {
    if (level > GREATEST_DEPTH) throw refuseExample(`more than ${GREATEST_DEPTH} levels`);
    level += 1;
    const made = makeInner();
    level -= 1;
    return made;
  }

  /** Undefined where the field is left out. */
  function makeField(field: FieldShape, depth: number): unknown {
    const { cardinality, presence, type } = field;
    const words = nameWords(field.name.replace(/^\[|\]$/g, '')).join(' ');
    if (cardinality === 'map') return isFlat(depth) ? undefined : makeMap(field, words, depth);
    if (cardinality === 'repeated') {
      if (isFlat(depth) || !canBeMade(type)) return undefined;
      return Array.from({ length: random.between(1, 2) }, () => make(type, words, depth + 1));
    }
    if (presence !== 'required') {
      const isNested = type.kind === 'message' || type.kind === 'group';
      // Most examples show what a message can hold, some that it need not.
      const isLeftOut =
        presence === 'explicit' && field.oneof === undefined && random.below(8) === 0;
      if (!canBeMade(type) || isLeftOut || (isNested && isFlat(depth))) return undefined;
    }
    const made = make(type, words, depth);
    return presence === 'implicit' && isNothing(made, type) ? undefined : made;
  }

  function makeMap({ mapKey, type }: FieldShape, words: string, depth: number): unknown {
    if (!canBeMade(type)) return undefined;
    const keys = mapKey === 'string' ? KEYS : mapKey === 'bool' ? ['true'] : ['1', '2'];
    const members: Record<string, unknown> = {};
    for (const key of keys.slice(0, random.between(1, 2))) {
      setMember(
        members,
        key,
        oneDown(() => make(type, words, depth + 1)),
      );
    }
    return members;
  }

  /** Of each oneof one member, or none where all of them are too deep. */
  function chooseMembers({ fields }: MessageShape, depth: number): Map<string, FieldShape> {
    // Members that are passed over take their time too.
    values += Math.floor(fields.length / 100);
    const oneofs = new Map<string, [FieldShape, ...FieldShape[]]>();
    for (const field of fields) {
      const isNested = field.type.kind === 'message' || field.type.kind === 'group';
      if (field.oneof === undefined || !canBeMade(field.type)) continue;
      if (isNested && isFlat(depth + 1)) continue;
      const members = oneofs.get(field.oneof);
      if (members === undefined) oneofs.set(field.oneof, [field]);
      else members.push(field);
    }
    return new Map([...oneofs].map(([oneof, members]) => [oneof, random.pick(members)]));
  }

  /** A message of the schema itself, packed with its type. */
  function makePacked(depth: number): unknown {
    const packable = placedMessages(schema)
      .slice(0, MOST_PACKED)
      .flatMap((placed) => shapes.find(placed.fullName) ?? [])
      .filter((shape) => !isEndless(shape));
    const [first, ...others] = packable;
    if (first === undefined) return {};
    const shape = random.pick([first, ...others]);
    const members: Record<string, unknown> = {
      '@type': `type.googleapis.com/${shape.fullName}`,
    };
    const packed = makeMessage(shape, '', depth + 1);
    if (shape.wellKnown !== undefined) members['value'] = packed;
    else for (const [key, value] of Object.entries(Object(packed))) setMember(members, key, value);
    return members;
  }

  function isFlat(depth: number): boolean {
    return depth >= Math.min(maxDepth, DEEPEST) || values > ENOUGH_VALUES;
  }

  function canBeMade(type: ValueType): boolean {
    if (type.kind === 'enum') return type.enum.names.size > 0;
    return type.kind === 'scalar' || !isEndless(shapes.of(type));
  }

  const root = shapes.of({ fullName });
  if (isEndless(root)) throw refuseEndless();
  return makeMessage(root, '', 0);
}

/** Whether a value of a field without presence is the same as none. */
function isNothing(value: unknown, type: ValueType): boolean {
  if (type.kind === 'enum') return value === null || type.enum.numbers.get(String(value)) === 0;
  return value === 0 || value === '' || value === false;
}

function refuseExample(what: string): SchemaError {
  const details = `Every message of this schema has ${what}, or nearly so`;
  return new SchemaError(
    `${details}, which is too much for an example. Take a part of the schema.`,
    { code: 'too_large', details },
  );
}

function refuseEndless(): SchemaError {
  const details = 'The message has no value: it requires itself, or an enum without constants';
  return new SchemaError(`${details}. Make a field of it optional.`, {
    code: 'invalid_schema',
    details,
  });
}
