import type { Task } from '@srkit/tasks';
import { plainText } from '../present/plain-text.ts';

/** Arguments of more JSON than this are kept with their texts cut: they are kept to be shown. */
const wholeLimit = 10_000;
const textLimit = 200;

/** What a task keeps of the call that started it. */
export interface TaskInput {
  /** Whose task it is. */
  readonly caller: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Keeps whose a task is and what it was asked for. */
export function taskInput(caller: string, written: Readonly<Record<string, unknown>>): TaskInput {
  const isShort = JSON.stringify(written).length <= wholeLimit;
  return { caller, arguments: isShort ? written : (cutTexts(written) as TaskInput['arguments']) };
}

/** Reads it back. A task of somebody unknown belongs to nobody. */
export function readTaskInput({ input }: Task): Partial<TaskInput> {
  return typeof input === 'object' && input !== null ? (input as Partial<TaskInput>) : {};
}

function cutTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value, textLimit);
  if (Array.isArray(value)) return value.slice(0, 20).map(cutTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 50)
      .map(([name, item]) => [plainText(name, textLimit), cutTexts(item)]),
  );
}
