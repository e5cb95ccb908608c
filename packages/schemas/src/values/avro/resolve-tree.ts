import { Buffer } from 'node:buffer';
import { checkReaderWriter, findWritten } from '../../avro/difference/reader-writer.ts';
import type { AvroNamedType, AvroRecord, AvroType, AvroUnion } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { isSchemaError } from '../../schema-error.ts';
import { describeType } from './describe-type.ts';
import type { Fit, Fitted } from './fit.ts';
import { isOver, spend, tell, UNFIT } from './fit.ts';
import { fitDefault } from './fit-value.ts';
import { entries, member } from './present.ts';
import type { TypeNames, ValueTree } from './value-tree.ts';
import { fieldKey, unwrapBranch, wrapBranch } from './value-tree.ts';

/** What is known while a value is resolved. */
interface Resolution {
  /** Walks along the reader's schema. */
  fit: Fit;
  writerNames: TypeNames;
  readable: Map<AvroType, Map<AvroType, boolean>>;
}

const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  string: ['bytes'],
  bytes: ['string'],
};

/**
 * Reads what a writer wrote as a reader's schema wants it, by the rules of Avro's schema
 * resolution: fields by name or alias, defaults for what is missing, wider numbers, the default of
 * an enum for unknown symbols. As in Avro Java only what occurs in the value has to be readable.
 *
 * @param fit a walk of the reader's schema, which notes what cannot be read
 */
export function resolveTree(
  tree: ValueTree,
  writer: AvroType,
  reader: AvroType,
  writerNames: TypeNames,
  fit: Fit,
): Fitted {
  return resolve(tree, writer, reader, { fit, writerNames, readable: new Map() });
}

function resolve(
  tree: ValueTree,
  writer: AvroType,
  reader: AvroType,
  resolution: Resolution,
): Fitted {
  const { fit, writerNames } = resolution;
  if (!spend(fit, 1)) return UNFIT;
  if (writer.type === 'union') {
    const { branch, inner } = unwrapBranch(writer, tree, writerNames);
    return resolve(inner, branch, reader, resolution);
  }
  if (reader.type === 'union') {
    const branch = chooseBranch(writer, reader, resolution);
    if (branch === undefined) return tellUnreadable(writer, reader, fit);
    const inner = resolve(tree, writer, branch, resolution);
    return inner === UNFIT ? UNFIT : wrapBranch(branch, inner, fit.names);
  }
  if (writer.type === 'array' && reader.type === 'array' && Array.isArray(tree)) {
    const items: ValueTree[] = [];
    for (const [index, item] of tree.entries()) {
      const fitted = resolveMember(index, item, writer.items, reader.items, resolution);
      if (fitted === UNFIT) return UNFIT;
      items.push(fitted);
    }
    return items;
  }
  if (writer.type === 'map' && reader.type === 'map') {
    const pairs: ValueTree[] = [];
    for (const { key, entry } of entries(tree)) {
      const fitted = resolveMember(key, entry, writer.values, reader.values, resolution);
      if (fitted === UNFIT) return UNFIT;
      pairs.push({ k: key, v: fitted });
    }
    return { m: pairs };
  }
  if (isNamed(writer) && isNamed(reader)) return resolveNamed(tree, writer, reader, resolution);
  if (writer.type === reader.type) return tree;
  if (PROMOTIONS[writer.type]?.includes(reader.type)) return promote(tree, reader);
  return tellUnreadable(writer, reader, fit);
}

function resolveMember(
  step: string | number,
  tree: ValueTree,
  writer: AvroType,
  reader: AvroType,
  resolution: Resolution,
): Fitted {
  const { path } = resolution.fit;
  path.push(step);
  const fitted = resolve(tree, writer, reader, resolution);
  path.pop();
  return fitted;
}

function resolveNamed(
  tree: ValueTree,
  writer: AvroNamedType,
  reader: AvroNamedType,
  resolution: Resolution,
): Fitted {
  const { fit } = resolution;
  const sameName =
    reader.name.name === writer.name.name ||
    reader.aliases.some(({ fullName }) => fullName === writer.name.fullName);
  if (!sameName || reader.type !== writer.type) return tellUnreadable(writer, reader, fit);
  if (reader.type === 'record' && writer.type === 'record') {
    return resolveRecord(tree, writer, reader, resolution);
  }
  if (reader.type === 'enum' && writer.type === 'enum') {
    const symbol = writer.symbols[Number(String(tree).slice(1))] ?? '';
    const symbols = fit.names.symbols(reader);
    const position = symbols.get(symbol) ?? symbols.get(reader.default ?? '');
    if (position !== undefined) return `s${position}`;
    const expected = describeType(reader);
    const message = `The reader's enum ${reader.name.fullName} has neither the symbol ${symbol} nor a default.`;
    return tell(fit, { message, expected, found: symbol });
  }
  const sameSize =
    reader.type === 'fixed' && writer.type === 'fixed' && reader.size === writer.size;
  return sameSize ? tree : tellUnreadable(writer, reader, fit);
}

function resolveRecord(
  tree: ValueTree,
  writer: AvroRecord,
  reader: AvroRecord,
  resolution: Resolution,
): Fitted {
  const { fit } = resolution;
  const members: { [key: string]: ValueTree } = {};
  for (const field of reader.fields) {
    if (!spend(fit, 1)) return UNFIT;
    const written = findWritten(field, writer);
    const fitted =
      written === undefined
        ? fitDefault(field, fit)
        : resolveMember(
            field.name,
            member(tree, fieldKey(written.position)),
            written.type,
            field.type,
            resolution,
          );
    if (fitted === UNFIT) {
      if (isOver(fit)) return UNFIT;
      fit.path.push(field.name);
      tell(fit, {
        message: `The writer's record has no field ${field.name}, and the reader's has no fitting default for it.`,
        expected: describeType(field.type),
        found: 'nothing',
      });
      fit.path.pop();
      return UNFIT;
    }
    members[fieldKey(field.position)] = fitted;
  }
  return members;
}

/** The branch that Avro Java takes: of the same type and name, else one that can read, else wider. */
function chooseBranch(
  writer: AvroType,
  union: AvroUnion,
  resolution: Resolution,
): AvroType | undefined {
  const { branches } = union;
  if (!spend(resolution.fit, branches.length)) return undefined;
  const alike = branches.filter((branch) => branch.type === writer.type);
  if (!isNamed(writer)) {
    return alike[0] ?? branches.find((branch) => PROMOTIONS[writer.type]?.includes(branch.type));
  }
  const { fullName } = writer.name;
  return (
    alike.find((branch) => isNamed(branch) && branch.name.fullName === fullName) ??
    alike.find((branch) => canRead(branch, writer, resolution))
  );
}

function canRead(reader: AvroType, writer: AvroType, { readable }: Resolution): boolean {
  const ofReader = readable.get(reader) ?? new Map<AvroType, boolean>();
  readable.set(reader, ofReader);
  let answer = ofReader.get(writer);
  if (answer !== undefined) return answer;
  try {
    answer = checkReaderWriter(reader, writer).length === 0;
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    answer = false;
  }
  ofReader.set(writer, answer);
  return answer;
}

function promote(tree: ValueTree, reader: AvroType): ValueTree {
  switch (reader.type) {
    case 'long':
      return BigInt(Number(tree));
    case 'float':
      return Math.fround(Number(tree));
    case 'double':
      return Number(tree);
    case 'bytes':
      return Buffer.from(String(tree));
    default:
      return Buffer.isBuffer(tree) ? tree.toString() : tree;
  }
}

function tellUnreadable(writer: AvroType, reader: AvroType, fit: Fit): typeof UNFIT {
  const [expected, found] = [describeType(reader), describeType(writer)];
  const message = `The reader's schema has ${expected} here and cannot read the writer's ${found}.`;
  return tell(fit, { message, expected, found });
}
