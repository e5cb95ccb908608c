import { copyJson } from './copy-json.ts';
import type { NewTask } from './engine/live-task.ts';
import { readName, readNames, readTitle } from './read-arguments.ts';
import { TaskError } from './task-error.ts';
import type { StartOptions } from './tasks.ts';

interface StartArguments {
  id: string;
  createdAt: number;
  kind: string;
  work: unknown;
  options: StartOptions;
  inputCharacters: number;
}

/**
 * Makes a task of what `start` was called with.
 *
 * @throws {TaskError} `invalid_argument`
 */
export function readStart(given: StartArguments): NewTask {
  const { id, createdAt, work, options, inputCharacters } = given;
  const kind = readName('kind', given.kind);
  if (typeof work !== 'function')
    throw new TaskError('invalid_argument', `The work of ${kind} is no function.`);
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal))
    throw new TaskError('invalid_argument', `The signal of ${kind} is no AbortSignal.`);
  return {
    id,
    kind,
    title: readTitle(options.title, kind),
    after: readNames('after', options.after ?? []),
    keys: readNames('keys', options.keys ?? []),
    createdAt,
    ...(options.input === undefined
      ? {}
      : { input: copyJson(options.input, 'input', inputCharacters) }),
  };
}
