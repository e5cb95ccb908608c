/** The path of an object's property; the outermost object's path is empty. */
export function propertyPath(objectPath: string, name: string): string {
  const said = name === '' ? '""' : name;
  return objectPath === '' ? said : `${objectPath}.${said}`;
}

/** The path of a branch or another part that needs a name of its own: `payment(Card)`. */
export function partPath(path: string, part: string): string {
  return `${path}(${part})`;
}
