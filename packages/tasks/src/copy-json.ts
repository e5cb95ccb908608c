import { describeFailure } from './describe-failure.ts';
import { plainText } from './plain-text.ts';
import type { Json } from './task.ts';
import { TaskError } from './task-error.ts';

const depthLimit = 200;

/**
 * Copies a value that is plain JSON, frozen, so that nobody can change it afterwards. Fields that are undefined are left out, as
 * `JSON.stringify` does.
 *
 * @param value what should be copied
 * @param name what it is called in errors, `input`
 * @param limit how many characters of JSON it may be
 * @throws {TaskError} `invalid_argument`, when it is not JSON, too deep or too large; it says where and what
 */
export function copyJson(value: unknown, name: string, limit: number): Json {
  const path: (string | number)[] = [];
  let characters = 0;

  function refuse(what: string): never {
    const place = path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('');
    throw new TaskError(
      'invalid_argument',
      `${name}${plainText(place, 200)} ${what}. Hand over plain JSON.`,
    );
  }

  function count(length: number): void {
    characters += length;
    if (characters <= limit) return;
    throw new TaskError(
      'invalid_argument',
      `${name} is more than ${limit} characters of JSON. Hand over less, or raise the limit.`,
    );
  }

  function copyString(text: string): string {
    count(text.length + 2);
    // What is escaped takes more room than it has characters.
    count(JSON.stringify(text).length - text.length - 2);
    return text;
  }

  function copyArray(items: readonly unknown[]): Json {
    count(Math.max(2, items.length + 1));
    const copy: Json[] = [];
    for (let index = 0; index < items.length; index += 1) {
      path.push(index);
      copy.push(copyAny(items[index]));
      path.pop();
    }
    return Object.freeze(copy);
  }

  function copyObject(object: object): Json {
    count(2);
    const copy: Record<string, Json> = {};
    let first = true;
    for (const [field, content] of Object.entries(object)) {
      if (content === undefined) continue;
      path.push(field);
      copyString(field);
      count(first ? 1 : 2);
      first = false;
      // Not by assignment: `__proto__` is a field like any other.
      const settings = { enumerable: true, configurable: true, writable: true };
      Object.defineProperty(copy, field, { ...settings, value: copyAny(content) });
      path.pop();
    }
    return Object.freeze(copy);
  }

  function copyAny(part: unknown): Json {
    if (path.length > depthLimit)
      refuse(`is nested deeper than ${depthLimit} levels, or in itself`);
    switch (typeof part) {
      case 'string':
        return copyString(part);
      case 'number':
        if (!Number.isFinite(part)) refuse(`is ${part}`);
        count(String(part).length);
        return part;
      case 'boolean':
        count(part ? 4 : 5);
        return part;
      case 'object':
        if (part === null) count(4);
        if (part === null) return null;
        if (Array.isArray(part)) return copyArray(part);
        if (!isPlain(part)) refuse(`is an object of the class ${className(part)}`);
        return copyObject(part);
      default:
        return refuse(`is ${part === undefined ? 'undefined' : `a ${typeof part}`}`);
    }
  }

  try {
    return copyAny(value);
  } catch (error) {
    if (error instanceof TaskError) throw error;
    const { message } = describeFailure(error);
    throw new TaskError('invalid_argument', `${name} cannot be read: ${message}`, { cause: error });
  }
}

function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function className(object: object): string {
  const name: unknown = object.constructor?.name;
  return typeof name === 'string' && name !== '' ? plainText(name, 100) : 'with no name';
}
