import { everyContext, parseQualifiedName } from '@srkit/registry-protocol';
import type { Part } from './shard.ts';

/** How many pages a shard has that is worth splitting. */
const largestShard = 8;
/** How many requests more than the fewest possible splitting may cost. */
const allowedCost = 1.15;

interface Branch {
  readonly part: Part;
  /** Names within their contexts. */
  readonly names: readonly QualifiedSubject[];
}

interface QualifiedSubject {
  readonly context: string;
  readonly subject: string;
}

/**
 * Splits a part of a listing into smaller ones, by contexts and by what names begin with. A smaller one costs the server less
 * for each page, and less has to be read again when somebody writes meanwhile. But each has a last page that is not full, so
 * names that fall apart into many small groups stay together.
 *
 * @param names all qualified names of the part
 * @param rowsPerName how many rows a name has, about
 * @param rowsPerPage how many rows a page brings
 */
export function splitPart(
  part: Part,
  names: Iterable<string>,
  { rowsPerName, rowsPerPage }: { rowsPerName: number; rowsPerPage: number },
): Part[] {
  const whole: Branch = { part, names: Array.from(names, parseQualifiedName) };
  const pagesOf = ({ names: { length } }: Branch): number =>
    Math.max(1, Math.ceil((length * rowsPerName) / rowsPerPage));
  // One more for each: its end is asked for once more.
  const costOf = (branches: readonly Branch[]): number =>
    branches.reduce((sum, branch) => sum + pagesOf(branch) + 1, 0);
  const most = costOf([whole]) * allowedCost;
  const done: Branch[] = [];
  const open = [whole];
  for (let branch = open.shift(); branch !== undefined; branch = open.shift()) {
    const smaller = pagesOf(branch) > largestShard ? branchesOf(branch) : [];
    if (smaller.length > 1 && costOf([...done, ...open, ...smaller]) <= most) open.push(...smaller);
    else done.push(branch);
  }
  return done.map((branch) => branch.part);
}

/** The branches of a part: its contexts, or the names that go on alike. None where names cannot be told apart by prefixes. */
function branchesOf({ part, names }: Branch): Branch[] {
  if (part.context === everyContext) {
    return grouped(
      names,
      ({ context }) => context,
      (context) => ({ ...part, context }),
    );
  }
  const common = commonPrefix(names.map(({ subject }) => subject));
  // Whole characters: half of a pair cannot be sent.
  const next = ({ subject }: QualifiedSubject): string => {
    const code = subject.codePointAt(common.length);
    return code === undefined ? '' : String.fromCodePoint(code);
  };
  // A name that ends here is a prefix of all others; a colon at the front would look like a context.
  const isApart = names.every((name) => next(name) !== '' && (common + next(name))[0] !== ':');
  if (!isApart) return [];
  return grouped(names, next, (character) => ({ ...part, subjectPrefix: common + character }));
}

function grouped(
  names: readonly QualifiedSubject[],
  keyOf: (name: QualifiedSubject) => string,
  partOf: (key: string) => Part,
): Branch[] {
  const groups = new Map<string, QualifiedSubject[]>();
  for (const name of names) {
    const group = groups.get(keyOf(name));
    if (group === undefined) groups.set(keyOf(name), [name]);
    else group.push(name);
  }
  return [...groups].map(([key, group]) => ({ part: partOf(key), names: group }));
}

function commonPrefix(texts: readonly string[]): string {
  let common = texts[0] ?? '';
  for (const text of texts) {
    let length = 0;
    while (length < common.length && common[length] === text[length]) length += 1;
    common = common.slice(0, length);
  }
  const last = common.charCodeAt(common.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? common.slice(0, -1) : common;
}
