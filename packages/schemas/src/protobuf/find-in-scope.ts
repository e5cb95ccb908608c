/** Something that has a name within a file, a package or a message: `shop.Order.Line`. */
export interface FullyNamed {
  readonly fullName: string;
}

/** Finds what a written name means where it is written; undefined where it means nothing. */
export type FindInScope<Item extends FullyNamed> = (
  written: string,
  scope: string,
) => Item | undefined;

/** A package, a message or whatever has that name, and the names inside of it. */
interface Node<Item> {
  item: Item | undefined;
  readonly inner: Map<string, Node<Item>>;
}

/**
 * Prepares to look names up by Protobuf's rules: `Line` in the scope `shop.Order` is
 * `shop.Order.Line`, or else `shop.Line`, or else `Line`. A leading dot makes a name absolute.
 *
 * @param items of several with one full name the first counts
 */
export function findInScope<Item extends FullyNamed>(items: Iterable<Item>): FindInScope<Item> {
  const root: Node<Item> = { item: undefined, inner: new Map() };
  for (const item of items) {
    let node = root;
    for (const name of item.fullName.split('.')) node = innerNode(node, name);
    node.item ??= item;
  }
  const around = new Map<string, Node<Item>[]>();

  /** What is around a scope, the outermost first. */
  function nodesAround(scope: string): Node<Item>[] {
    const known = around.get(scope);
    if (known !== undefined) return known;
    const nodes = [root];
    for (const name of scope.split('.')) {
      const next = nodes.at(-1)?.inner.get(name);
      if (next === undefined) break;
      nodes.push(next);
    }
    around.set(scope, nodes);
    return nodes;
  }

  return (written, scope) => {
    if (written.startsWith('.')) return inside(root, written.slice(1).split('.'));
    const names = written.split('.');
    const nodes = nodesAround(scope);
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const node = nodes[at];
      const found = node === undefined ? undefined : inside(node, names);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function innerNode<Item>(node: Node<Item>, name: string): Node<Item> {
  const known = node.inner.get(name);
  if (known !== undefined) return known;
  const made: Node<Item> = { item: undefined, inner: new Map() };
  node.inner.set(name, made);
  return made;
}

function inside<Item>(node: Node<Item>, names: readonly string[]): Item | undefined {
  let at: Node<Item> | undefined = node;
  for (const name of names) at = at?.inner.get(name);
  return at?.item;
}
