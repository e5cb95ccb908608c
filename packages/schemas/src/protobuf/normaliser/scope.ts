import type { ExtensionField } from '../extension-fields.ts';
import type { FindInScope } from '../find-in-scope.ts';
import { scalarTypes } from '../scalar-types.ts';
import type { TypeEntry, TypeTable } from '../type-table.ts';

/** Where names are written, and what they mean there. */
export interface Scope {
  /** The message around them, or the package. */
  readonly name: string;
  readonly table: TypeTable;
  readonly findExtension: FindInScope<ExtensionField>;
}

/** The scope of something that stands in another scope. */
export function innerScope(scope: Scope, name: string): Scope {
  return { ...scope, name: scope.name === '' ? name : `${scope.name}.${name}` };
}

/** A type that nothing defines, and the field, rpc or `extend` that uses it. */
export class UnknownType extends Error {
  readonly written: string;
  readonly usedIn: object;

  constructor(written: string, usedIn: object) {
    super(`Could not resolve type: ${written}`);
    this.written = written;
    this.usedIn = usedIn;
  }
}

/**
 * What a written type means.
 *
 * @param usedIn the field, rpc or `extend` that it is written in
 * @returns undefined for a scalar type
 * @throws UnknownType where the name means nothing
 */
export function resolveType(scope: Scope, written: string, usedIn: object): TypeEntry | undefined {
  if (scalarTypes.has(written)) return undefined;
  const entry = scope.table.resolve(written, scope.name);
  if (entry === undefined) throw new UnknownType(written, usedIn);
  return entry;
}

/** A written type by its full name: `.shop.Order`; a scalar as it is. */
export function fullType(scope: Scope, written: string, usedIn: object): string {
  const entry = resolveType(scope, written, usedIn);
  return entry === undefined ? written : `.${entry.fullName}`;
}

/** The extension that the name of an option stands for. */
export function findExtension(scope: Scope, written: string): ExtensionField | undefined {
  return scope.findExtension(written, scope.name);
}
