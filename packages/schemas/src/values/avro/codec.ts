import { Buffer } from 'node:buffer';
import avro from 'avsc';
import type {
  AvroEnum,
  AvroFixed,
  AvroMap,
  AvroRecord,
  AvroType,
  AvroUnion,
} from '../../avro/model.ts';
import { SchemaError } from '../../schema-error.ts';
import type { TypeNames, ValueTree } from './value-tree.ts';
import { fieldKey, nameTypes } from './value-tree.ts';

/** Turns the values of one type into bytes and back. */
export interface Codec {
  readonly names: TypeNames;
  encode(tree: ValueTree): Buffer;
  /** Of bytes that were checked before. */
  decode(bytes: Uint8Array): ValueTree;
}

type CodecType = ReturnType<typeof avro.Type.forSchema>;
type CodecSchema = Exclude<Parameters<typeof avro.Type.forSchema>[0], CodecType>;
type CodecBranch = Exclude<CodecSchema, readonly unknown[]>;

const codecs = new WeakMap<AvroType, Codec>();

// avsc reads a long as a number, and refuses those beyond 2^53.
const long = avro.types.LongType.__with({
  fromBuffer: (bytes: Buffer) => bytes.readBigInt64LE(),
  toBuffer: (value: bigint) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value);
    return bytes;
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value: unknown) => typeof value === 'bigint',
  compare: (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0),
});

/** The codec of a type, made once. */
export function codecOf(root: AvroType): Codec {
  const known = codecs.get(root);
  if (known !== undefined) return known;
  const names = nameTypes();
  let made: CodecType | undefined;
  function type(): CodecType {
    made ??= buildType(root, names);
    return made;
  }
  const codec: Codec = {
    names,
    encode: (tree) => type().toBuffer(tree),
    decode: (bytes) =>
      type().fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  };
  codecs.set(root, codec);
  return codec;
}

/**
 * Describes a type to avsc under names that it takes, and with nothing but what decides over the
 * bytes: so it has to refuse neither odd names nor odd defaults.
 */
function buildType(root: AvroType, names: TypeNames): CodecType {
  const defined = new Set<AvroType>();

  function describe(type: AvroType): CodecSchema {
    if (type.type !== 'union') return describeBranch(type);
    // avsc knows no empty union; there is no value of one that could come here.
    if (type.branches.length === 0) return ['null'];
    return type.branches.flatMap((branch) =>
      branch.type === 'union' ? [] : [describeBranch(branch)],
    );
  }

  function describeBranch(type: Exclude<AvroType, AvroUnion>): CodecBranch {
    switch (type.type) {
      case 'array':
        return { type: 'array', items: describe(type.items) };
      case 'map':
      case 'record':
      case 'enum':
      case 'fixed':
        if (defined.has(type)) return names.of(type);
        defined.add(type);
        return define(type);
      default:
        return type.type;
    }
  }

  function define(type: AvroMap | AvroRecord | AvroEnum | AvroFixed): CodecBranch {
    const name = names.of(type);
    switch (type.type) {
      case 'map': {
        const entry = [
          { name: 'k', type: 'string' },
          { name: 'v', type: describe(type.values) },
        ];
        const items: CodecBranch = { type: 'record', name: `${name}e`, fields: entry };
        return { type: 'record', name, fields: [{ name: 'm', type: { type: 'array', items } }] };
      }
      case 'record': {
        const fields = type.fields.map((field) => ({
          name: fieldKey(field.position),
          type: describe(field.type),
        }));
        return { type: 'record', name, fields };
      }
      case 'enum': {
        // Nor does it know an enum without symbols.
        const symbols = type.symbols.length === 0 ? ['s0'] : type.symbols.map((_, at) => `s${at}`);
        return { type: 'enum', name, symbols };
      }
      case 'fixed':
        return { type: 'fixed', name, size: type.size };
    }
  }

  try {
    return avro.Type.forSchema(describe(root), {
      registry: { long },
      wrapUnions: 'always',
      omitRecordMethods: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const details = `No codec could be made for the schema: ${why}`;
    throw new SchemaError(`${details}. Split the schema.`, {
      code: 'not_supported',
      details,
      cause: error,
    });
  }
}
