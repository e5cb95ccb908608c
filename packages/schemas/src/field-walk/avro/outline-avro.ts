import type { AvroField, AvroNamedType, AvroRecord, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import { runInOrder } from '../run-in-order.ts';
import { definitionPointers } from './definition-pointers.ts';
import { branchPaths, fieldPath } from './field-path.ts';

interface Place {
  readonly path: string;
  /** Undefined outside the schema's own text. */
  readonly pointer: string | undefined;
}

/** A field where its record is opened. */
export interface FieldPlace extends Place {
  readonly field: AvroField;
  readonly record: AvroRecord;
  readonly depth: number;
  /** Named types that its values are or hold, not looking into records. */
  readonly mentions: readonly AvroNamedType[];
  readonly recursive: boolean;
}

/** A type wherever one is written, a name that stands for one included. */
export interface ValuePlace extends Place {
  readonly type: AvroType;
  /** The field whose type it is or is a part of. */
  readonly field: AvroField | undefined;
}

/** A named type where it is first used. */
export interface TypePlace extends Place {
  readonly type: AvroNamedType;
}

/** Everything that a schema holds, in document order, with its place. */
export interface AvroOutline {
  readonly fields: readonly FieldPlace[];
  readonly values: readonly ValuePlace[];
  /** By full name. */
  readonly types: ReadonlyMap<string, TypePlace>;
}

/** Walks a schema once. Each named type is opened at its first use only, so the cost is linear. */
export function outlineAvro(schema: AvroSchema): AvroOutline {
  const fields: FieldPlace[] = [];
  const values: ValuePlace[] = [];
  const types = new Map<string, TypePlace>();
  const open = new Set<string>();
  const pointers = definitionPointers(schema);

  runInOrder((later) => {
    function visit(place: ValuePlace): void {
      values.push(place);
      const { path, pointer, type, field } = place;
      const part = (inner: AvroType, innerPath: string, step: string | number): void =>
        later(() =>
          visit({ path: innerPath, pointer: join(pointer, `/${step}`), type: inner, field }),
        );
      if (type.type === 'array') part(type.items, `${path}[]`, 'items');
      else if (type.type === 'map') part(type.values, `${path}{}`, 'values');
      else if (type.type === 'union') {
        const paths = branchPaths(type, path);
        for (const [index, branch] of type.branches.entries()) {
          part(branch, paths[index] ?? path, index);
        }
      } else if (isNamed(type)) define(type, path);
    }

    function define(type: AvroNamedType, path: string): void {
      const { fullName } = type.name;
      if (types.has(fullName)) return;
      const pointer = pointers.get(fullName);
      types.set(fullName, { path, pointer, type });
      if (type.type !== 'record') return;
      open.add(fullName);
      for (const field of type.fields) {
        later(() => visitField(type, field, path, join(pointer, `/fields/${field.position}`)));
      }
      later(() => open.delete(fullName));
    }

    function visitField(
      record: AvroRecord,
      field: AvroField,
      recordPath: string,
      pointer: string | undefined,
    ): void {
      const path = fieldPath(recordPath, field.name);
      const mentions = mentionedTypes(field.type);
      const recursive = mentions.some(({ name }) => open.has(name.fullName));
      fields.push({ path, pointer, field, record, depth: open.size - 1, mentions, recursive });
      later(() => visit({ path, pointer: join(pointer, '/type'), type: field.type, field }));
    }

    visit({ path: '', pointer: '', type: schema.root, field: undefined });
  });
  return { fields, values, types };
}

/** The named types that a type is or holds, without looking into records. */
function mentionedTypes(type: AvroType): AvroNamedType[] {
  if (isNamed(type)) return [type];
  if (type.type === 'array') return mentionedTypes(type.items);
  if (type.type === 'map') return mentionedTypes(type.values);
  return type.type === 'union' ? type.branches.flatMap(mentionedTypes) : [];
}

function join(pointer: string | undefined, step: string): string | undefined {
  return pointer === undefined ? undefined : `${pointer}${step}`;
}
