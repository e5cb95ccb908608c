/** Whether a text can be the name of a registry: one that stands in an argument, an address and a list without quotes. */
export function isRegistryName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(text);
}
