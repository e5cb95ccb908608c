import { type Change, isKnownChange } from '../../state/change.ts';
import { fieldOf } from './field-of.ts';
import { damaged, tooNew } from './read-records.ts';

/**
 * The changes of a record.
 *
 * @throws DataFolderError `file_damaged`, `format_too_new`
 */
export function readChanges(path: string, offset: number, value: unknown): Change[] {
  const changes = fieldOf(value, 'changes');
  if (!Array.isArray(changes)) throw damaged(path, offset, 'a record has no changes');
  return changes.map((change: unknown) => {
    if (isKnownChange(change)) return change;
    throw tooNew(path, offset, `a change of kind ${JSON.stringify(fieldOf(change, 'kind'))}`);
  });
}
