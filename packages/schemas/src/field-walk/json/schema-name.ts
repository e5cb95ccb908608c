import type { SchemaPlace } from '../../json/schema-place.ts';
import { membersOf } from './schema-links.ts';

const LONGEST_TITLE = 60;
const DEFINITION = /\/(?:definitions|\$defs)\/([^/]+)$/;

/** Whether a place is one that schemas are kept at to be referred to. */
export function isDefinition({ pointer }: SchemaPlace): boolean {
  return DEFINITION.test(pointer);
}

/** What a schema is called: by its definition, its title, or the document that it is. */
export function schemaName(place: SchemaPlace): string | undefined {
  return definitionName(place) ?? titleOf(place) ?? documentName(place);
}

/** The name under which a schema is defined. */
export function definitionName({ pointer }: SchemaPlace): string | undefined {
  const step = DEFINITION.exec(pointer)?.[1];
  return step?.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A title that can stand for a name: short, and one line. */
export function titleOf(place: SchemaPlace): string | undefined {
  const title = membersOf(place).get('title');
  if (typeof title !== 'string') return undefined;
  const trimmed = title.trim();
  return trimmed !== '' && trimmed.length <= LONGEST_TITLE && !/[\r\n]/.test(trimmed)
    ? trimmed
    : undefined;
}

/** The last part of a document's name or `$id`, without what follows its first dot. */
function documentName(place: SchemaPlace): string | undefined {
  if (place.pointer !== '') return undefined;
  const written = place.document ?? membersOf(place).get('$id') ?? membersOf(place).get('id');
  if (typeof written !== 'string') return undefined;
  const last = written
    .replace(/[?#].*$/s, '')
    .split(/[/:]/)
    .findLast((part) => part !== '');
  const name = last?.replace(/(\.schema)?\.(json|ya?ml)$/, '');
  return name === undefined || name === '' ? undefined : name.slice(0, LONGEST_TITLE);
}
