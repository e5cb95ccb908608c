import { parseQualifiedName, type SubjectVersion } from '@srkit/registry-protocol';
import { SnapshotError } from '../snapshot-error.ts';
import type { DependencyGraph } from './dependency-graph.ts';
import { mermaidLabel } from './mermaid-label.ts';

/** How a graph is drawn. */
export interface MermaidOptions {
  /** How many versions at most, those of circles and dangling references first, then those with most references. @default 150 */
  maxNodes?: number | undefined;
  /** From left to right, or from top to bottom. @default 'LR' */
  direction?: 'LR' | 'TB' | undefined;
}

// Mermaid itself refuses more than 500 arrows and 50,000 characters.
const mostArrows = 480;
const mostCharacters = 45_000;

/** A version that is drawn, under the id that stands for it. */
interface Box {
  readonly id: string;
  readonly label: string;
  readonly context: string;
  readonly style: string;
}

/**
 * Draws a graph as a Mermaid flowchart: an arrow leads from the version that refers to the one that it needs, a box stands around
 * each context, a dotted arrow is a dangling reference. What is left out of a large graph is said in a box of its own.
 *
 * @returns text for a code block of `mermaid`, safe with any names of subjects
 * @throws SnapshotError `invalid_argument` for a `maxNodes` that is no whole number from 1 to 1000
 */
export function graphAsMermaid(graph: DependencyGraph, options: MermaidOptions = {}): string {
  const { maxNodes = 150, direction = 'LR' } = options;
  if (!Number.isInteger(maxNodes) || maxNodes < 1 || maxNodes > 1000) {
    const message = `maxNodes must be a whole number from 1 to 1000; it is ${maxNodes}.`;
    throw new SnapshotError('invalid_argument', message);
  }
  const boxes = chooseBoxes(graph, maxNodes);
  const arrows = [
    ...graph.references.map(({ from, to }) => ({ from, to, arrow: '-->' })),
    ...graph.dangling
      .filter(({ state }) => state !== 'soft_deleted')
      .map(({ from, to }) => ({ from, to, arrow: '-.->' })),
  ];
  const lines = new Set<string>();
  let undrawn = 0;
  for (const { from, to, arrow } of arrows) {
    const start = boxes.get(keyOf(from));
    const end = boxes.get(keyOf(to));
    const line = start && end && `  ${start.id} ${arrow} ${end.id}`;
    if (line !== undefined && (lines.has(line) || lines.size < mostArrows)) lines.add(line);
    else undrawn += 1;
  }
  const leftOut = saysWhatIsLeftOut(countVersions(graph) - boxes.size, undrawn);
  return [
    `flowchart ${direction === 'TB' ? 'TB' : 'LR'}`,
    ...drawBoxes([...boxes.values()]),
    ...lines,
    ...(leftOut === undefined ? [] : [`  more["${leftOut}"]:::missing`]),
    '  classDef circle stroke:#c00,stroke-width:2px',
    '  classDef deleted stroke:#999,color:#999',
    '  classDef missing stroke-dasharray: 4 3',
    '',
  ].join('\n');
}

function chooseBoxes(graph: DependencyGraph, maxNodes: number): Map<string, Box> {
  const inCircle = new Set(graph.circles.flat().map(keyOf));
  const lost = graph.dangling.filter(({ state }) => state !== 'soft_deleted');
  const dangling = new Set(graph.dangling.map(({ from }) => keyOf(from)));
  const candidates = [
    ...graph.nodes.map((node) => ({
      node,
      style: inCircle.has(keyOf(node)) ? ':::circle' : node.deleted ? ':::deleted' : '',
      suffix: node.deleted ? ' (soft-deleted)' : '',
      weight:
        node.dependencies +
        node.dependents +
        (inCircle.has(keyOf(node)) || dangling.has(keyOf(node)) ? 1e9 : 0),
    })),
    ...lost.map(({ to, state }) => ({
      node: to,
      style: ':::missing',
      suffix: state === 'unknown' ? ' (unknown)' : ' (missing)',
      weight: 1e9,
    })),
  ];
  const known = new Set<string>();
  const distinct = candidates.filter(({ node }) => {
    const isNew = !known.has(keyOf(node));
    known.add(keyOf(node));
    return isNew;
  });
  const chosen = new Set(
    distinct.toSorted((one, other) => other.weight - one.weight).slice(0, maxNodes),
  );
  const boxes = new Map<string, Box>();
  let length = 0;
  for (const candidate of distinct) {
    if (!chosen.has(candidate)) continue;
    const { node, style, suffix } = candidate;
    const { context, subject } = parseQualifiedName(node.subject);
    const label = `${mermaidLabel(subject)} v${node.version}${suffix}`;
    // Twice, for the box that may stand around it, and an arrow.
    length += label.length + mermaidLabel(context).length + 60;
    if (length > mostCharacters) break;
    boxes.set(keyOf(node), { id: `v${boxes.size}`, label, context, style });
  }
  return boxes;
}

function drawBoxes(boxes: readonly Box[]): string[] {
  const contexts = new Map<string, Box[]>();
  for (const box of boxes) {
    const others = contexts.get(box.context);
    if (others) others.push(box);
    else contexts.set(box.context, [box]);
  }
  return [...contexts].flatMap(([context, inside], number) => {
    const drawn = inside.map(({ id, label, style }) => `    ${id}["${label}"]${style}`);
    const name = context === '.' ? 'default context' : mermaidLabel(context);
    return [`  subgraph c${number}["${name}"]`, ...drawn, '  end'];
  });
}

function countVersions({ nodes, dangling }: DependencyGraph): number {
  const lost = dangling.filter(({ state }) => state !== 'soft_deleted');
  return new Set([...nodes, ...lost.map(({ to }) => to)].map(keyOf)).size;
}

function saysWhatIsLeftOut(versions: number, references: number): string | undefined {
  if (versions + references === 0) return undefined;
  return `… left out: ${versions} more versions and ${references} more references`;
}

function keyOf({ subject, version }: SubjectVersion): string {
  return `${version} ${subject}`;
}
