/** More of them would cost more to read, in every tool, than they are worth. */
const most = 10;

/** Names of registries for a sentence: all of them, or some of very many and where the rest is. */
export function listNames(names: readonly string[]): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more (list_registries)`;
}
