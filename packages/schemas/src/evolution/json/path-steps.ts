/** The steps of a difference's path, `#/properties/a`; the top has none. */
export function pathSteps(path: string): string[] {
  return path === '#/' || path === '#' ? [] : path.slice(2).split('/');
}
