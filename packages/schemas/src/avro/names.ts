import type { AvroName, AvroNamedType, AvroPrimitiveName } from './model.ts';
import { refuse } from './refuse.ts';

const PRIMITIVE_NAMES: ReadonlySet<string> = new Set<AvroPrimitiveName>([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

const TYPE_NAMES: ReadonlySet<string> = new Set([
  ...PRIMITIVE_NAMES,
  'record',
  'enum',
  'array',
  'map',
  'union',
  'fixed',
]);

/** Whether the name is one of the eight primitive types. */
export function isPrimitiveName(name: string): name is AvroPrimitiveName {
  return PRIMITIVE_NAMES.has(name);
}

/**
 * Joins a name and the namespace around it. A dotted name brings its own namespace, which wins.
 *
 * @param strict checks the last part of the name
 */
export function avroName(name: string, namespace: string | undefined, strict: boolean): AvroName {
  const lastDot = name.lastIndexOf('.');
  const simple = lastDot === -1 ? name : name.slice(lastDot + 1);
  if (strict) requireName(simple);
  const written = lastDot === -1 ? namespace : name.slice(0, lastDot);
  const space = written === '' ? undefined : written;
  return {
    name: simple,
    namespace: space,
    fullName: space === undefined ? simple : `${space}.${simple}`,
  };
}

/** What makes a name unfit for a new schema, or undefined. */
function nameFault(name: string): string | undefined {
  if (/^[A-Za-z_]\w*$/.test(name)) return undefined;
  if (name === '') return 'Empty name';
  if (!/^[A-Za-z_]/.test(name)) return `Illegal initial character: ${name}`;
  return `Illegal character in: ${name}`;
}

/** Refuses a name that is not `[A-Za-z_][A-Za-z0-9_]*`. */
export function requireName(name: string): void {
  const fault = nameFault(name);
  if (fault !== undefined) throw refuse(fault);
}

/** Refuses a full name with a part that is not `[A-Za-z_][A-Za-z0-9_]*`. */
export function requireFullName({ fullName }: AvroName): void {
  // Most names are right, and then need not be taken apart.
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(fullName)) return;
  const parts = fullName.split('.');
  for (const [index, part] of parts.entries()) {
    const fault = nameFault(part);
    if (fault === undefined) continue;
    const role = index === parts.length - 1 ? 'Name' : 'Namespace part';
    throw refuse(`${role} "${part}" is invalid: ${fault}`);
  }
}

/** The name as it is written inside a namespace: short where that is enough. */
export function nameWithin({ name, namespace, fullName }: AvroName, around?: string): string {
  return namespace !== undefined && namespace === around && !TYPE_NAMES.has(name) ? name : fullName;
}

/** The aliases as text; a leading dot marks one of the null namespace on a type that has another. */
export function aliasTexts({ name, aliases }: AvroNamedType): string[] {
  return aliases.map((alias) =>
    alias.namespace === undefined && name.namespace !== undefined
      ? `.${alias.name}`
      : alias.fullName,
  );
}
