import { globalContext } from './context-name.ts';
import { hasControlCharacters } from './control-characters.ts';
import { parseQualifiedName } from './qualified-name.ts';

const reserved: ReadonlySet<string> = new Set(['__GLOBAL', '__EMPTY']);

/**
 * Whether the registry takes a name for a subject that is written to (register, tags, config, mode): no control characters,
 * and neither `__GLOBAL` nor `__EMPTY`.
 *
 * @param options.allowGlobal `:.__GLOBAL:` is taken for config and mode only; default false
 */
export function isValidSubjectName(name: string, options: { allowGlobal?: boolean } = {}): boolean {
  const { context, subject } = parseQualifiedName(name);
  if (hasControlCharacters(name) || reserved.has(subject)) return false;
  return options.allowGlobal === true || context !== globalContext;
}
