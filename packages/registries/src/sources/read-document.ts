import type { Alias, LineCounter, Node, Pair, Scalar } from 'yaml';
import type { Mistake } from '../registries-error.ts';
import { mistakeAt, type Place } from '../settings/draft.ts';
import type { Tree, TreeEntry } from '../settings/tree.ts';
import { errorInWords } from './document-errors.ts';
import { nestingDepth } from './nesting-depth.ts';
import { substitute, type Variables } from './substitute.ts';

/** A text in JSON or YAML, and what it is called. */
export interface DocumentText {
  /** The file, or the variable. */
  name: string;
  text: string;
  /** For `${NAME}` in its texts; without it they are taken as they are. */
  variables?: Variables;
}

type Yaml = typeof import('yaml');

const longest = 1_048_576;
const deepest = 20;
// Far more than any configuration has, and few enough that references to references cannot grow beyond all bounds.
const mostNodes = 200_000;

/** Most configurations come without a document: what reads them is loaded when there is one. */
async function loadYaml(): Promise<Yaml> {
  const loaded: Yaml & { default?: Yaml } = await import('yaml');
  // It is CommonJS, of which a bundler hands out nothing but the default.
  return loaded.default ?? loaded;
}

/**
 * Reads JSON or YAML into a tree whose parts know their lines. Values are texts as they were written: `0012` stays a password.
 * Values that are referred to (`*name`) and merged in (`<<`) count as if they stood there.
 *
 * @param mistakes gets what is wrong, with its line and without what stands there
 * @returns undefined when nothing of it can be read
 */
export async function readDocument(
  document: DocumentText,
  mistakes: Mistake[],
): Promise<Tree | undefined> {
  const whole: Place = { place: document.name, name: document.name };
  if (document.text.length > longest) {
    mistakes.push(mistakeAt(whole, `must not be longer than ${longest} characters.`));
    return undefined;
  }
  const yaml = await loadYaml();
  // Before all else: nested deep enough, what composes values ends the process for want of stack.
  if (nestingDepth(yaml, document.text) > deepest) {
    mistakes.push(mistakeAt(whole, `must not be nested deeper than ${deepest} levels.`));
    return undefined;
  }
  const lines = new yaml.LineCounter();
  const parsed = yaml.parseDocument(document.text, {
    // Every value a text: the kind of a setting decides what it is.
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    // 'silent' would leave out that there is a second document.
    logLevel: 'error',
    lineCounter: lines,
  });
  const [error] = [...parsed.errors, ...parsed.warnings];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const place = `${document.name}:${line}:${col}`;
    mistakes.push({ place, message: `${place}: ${errorInWords[error.code]}` });
    return undefined;
  }
  return createWalk(yaml, { document, lines, mistakes })(parsed.contents, '', 1);
}

interface WalkTools {
  document: DocumentText;
  lines: LineCounter;
  mistakes: Mistake[];
}

function createWalk(yaml: Yaml, { document, lines, mistakes }: WalkTools) {
  let nodes = 0;
  const anchors = new Map<string, Node>();
  const following = new Set<Node>();

  function placeOf(node: unknown, path: string): Place {
    const at = yaml.isNode(node) ? node.range?.[0] : undefined;
    const line = at === undefined ? '' : `:${lines.linePos(at).line}`;
    return { place: `${document.name}${line}`, name: path };
  }

  function refuse(node: unknown, path: string, complaint: string): Tree {
    mistakes.push(mistakeAt(placeOf(node, path || 'it'), complaint));
    return { isUnreadable: true };
  }

  function walk(node: unknown, path: string, depth: number): Tree {
    nodes += 1;
    if (nodes > mostNodes) {
      // Said once, not for each of the many.
      if (nodes > mostNodes + 1) return { isNothing: true };
      return refuse(node, path, `has more than ${mostNodes} values, references counted in.`);
    }
    if (!yaml.isNode(node)) return { isNothing: true };
    if (yaml.isAlias(node)) return followed(node, path, depth);
    if (hasTag(node)) return refuse(node, path, 'has a tag (!). Write it without.');
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (yaml.isMap(node)) return { entries: entriesOf(node.items, path, depth) };
    if (yaml.isSeq(node)) return { items: node.items.map((item) => walk(item, path, depth + 1)) };
    return yaml.isScalar(node) ? scalar(node, path) : { isNothing: true };
  }

  function followed(node: Alias, path: string, depth: number): Tree {
    const target = anchors.get(node.source);
    if (target === undefined || following.has(target) || depth > 2 * deepest)
      return refuse(node, path, 'refers (*) to nothing that stands before it.');
    following.add(target);
    const tree = walk(target, path, depth + 1);
    following.delete(target);
    return tree;
  }

  function entriesOf(pairs: readonly Pair[], path: string, depth: number): TreeEntry[] {
    const own = new Map<string, TreeEntry>();
    const merged = new Map<string, TreeEntry>();
    for (const pair of pairs) {
      const key = yaml.isScalar(pair.key) ? String(pair.key.value ?? '') : undefined;
      if (key === undefined) {
        refuse(pair.key, path, 'has a key that is no text.');
        continue;
      }
      const name = joined(path, key);
      const place = placeOf(pair.key, name);
      if (key === '<<' && (pair.key as Scalar).type === 'PLAIN') {
        const tree = walk(pair.value, path, depth + 1);
        for (const { entries = [] } of tree.items ?? [tree])
          for (const entry of entries) if (!merged.has(entry.key)) merged.set(entry.key, entry);
      } else if (own.has(key)) {
        mistakes.push(mistakeAt(place, 'is written twice. Keep one of them.'));
      } else {
        own.set(key, { key, place, tree: walk(pair.value, name, depth + 1) });
      }
    }
    return [...own.values(), ...[...merged.values()].filter(({ key }) => !own.has(key))];
  }

  function scalar(node: Scalar, path: string): Tree {
    const text = String(node.value ?? '');
    if (node.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(text)) return { isNothing: true };
    if (document.variables === undefined) return { value: text };
    const read = substitute(text, document.variables);
    return 'text' in read ? { value: read.text } : refuse(node, path, read.complaint);
  }

  return walk;
}

function hasTag(node: Exclude<Node, Alias>): boolean {
  return node.tag !== undefined && node.tag !== '!' && node.tag !== 'tag:yaml.org,2002:str';
}

/** A path for sentences; a key is shown as it is only where it is short and plain. */
function joined(path: string, key: string): string {
  const shown = /^[\p{L}\p{N}._-]{1,64}$/u.test(key) ? key : JSON.stringify(key.slice(0, 40));
  return path === '' ? shown : `${path}.${shown}`;
}
