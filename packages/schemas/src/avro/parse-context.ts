import type { AvroField, AvroNamedType, AvroRecord, AvroType, AvroUnion } from './model.ts';
import { requireFullName } from './names.ts';
import { refuse } from './refuse.ts';
import { sameAvroType } from './same-type.ts';
import type { FieldMemory } from './written-fields.ts';

/** A name that was used before its definition was read. */
interface ForwardReference {
  fullName: string;
  /** Puts the definition in its place. */
  put(definition: AvroNamedType): void;
}

/** Stands where a definition will stand, whose full name it has. No real name has an empty namespace. */
export interface Placeholder extends AvroRecord {
  readonly name: { readonly name: ''; readonly namespace: ''; readonly fullName: string };
}

/** What is known while the texts of one schema are read: first those of its references. */
export interface ParseContext {
  /** New schemas have strict names and fitting defaults. */
  validateAsNew: boolean;
  /** In the order in which their definitions ended, so inner types first. */
  definitions: Map<string, AvroNamedType>;
  /** Those not yet resolved. */
  forward: ForwardReference[];
  /** Fields with an object in their default, read while names waited for their definition. */
  defaultsToCheckAgain: AvroField[];
  /** Unions that hold such a name. */
  unionsToCheckAgain: AvroUnion[];
  /** The fields of the root as an earlier version has them. */
  fields: FieldMemory | undefined;
}

/** A context that knows nothing yet. */
export function newContext(validateAsNew: boolean): ParseContext {
  return {
    validateAsNew,
    definitions: new Map(),
    forward: [],
    defaultsToCheckAgain: [],
    unionsToCheckAgain: [],
    fields: undefined,
  };
}

/**
 * Finds what a name stands for: in the namespace around it, else as it is written.
 *
 * @returns undefined where it is not defined yet
 */
export function findDefinition(
  context: ParseContext,
  name: string,
  namespace: string | undefined,
): AvroNamedType | undefined {
  return context.definitions.get(fullNameOf(name, namespace)) ?? context.definitions.get(name);
}

/** Remembers a use before the definition and answers what stands there until then. */
export function awaitDefinition(
  context: ParseContext,
  name: string,
  namespace: string | undefined,
  put: (definition: AvroType) => void,
): AvroRecord {
  const placeholder: AvroRecord = {
    type: 'record',
    name: { name: '', namespace: '', fullName: fullNameOf(name, namespace) },
    doc: undefined,
    aliases: [],
    properties: new Map(),
    isError: false,
    fields: [],
    fieldsByName: new Map(),
  };
  context.forward.push({ fullName: placeholder.name.fullName, put });
  return placeholder;
}

/** Whether the type only stands where a definition will stand. */
export function isPlaceholder(type: AvroType): type is Placeholder {
  return type.type === 'record' && type.name.namespace === '';
}

/** Remembers a definition; one of the same name must be the same, and the first stays. */
export function define(context: ParseContext, type: AvroNamedType): void {
  if (context.validateAsNew) requireFullName(type.name);
  const known = context.definitions.get(type.name.fullName);
  if (known === undefined) context.definitions.set(type.name.fullName, type);
  else if (!sameAvroType(known, type)) throw refuse(`Can't redefine: ${type.name.fullName}`);
}

function fullNameOf(name: string, namespace: string | undefined): string {
  return namespace === undefined || name.includes('.') ? name : `${namespace}.${name}`;
}
