import type { Effort } from '../effort.ts';
import { compareAtOnce, compareModels } from './compare-models.ts';
import type { OwnDifference, Pair, Tools } from './comparison.ts';
import type { DifferenceType } from './difference-types.ts';
import { matchPattern } from './match-pattern.ts';
import { pairMap } from './pair-map.ts';
import { refuseSize } from './refuse-size.ts';
import type { Findings } from './tell-differences.ts';
import { tellDifferences } from './tell-differences.ts';

/** What was found out about a pair: undefined where everything is taken. */
type Answer = Findings | undefined;

/** An answer that is remembered, or supposed while it is looked for. */
interface Known {
  readonly answer: Answer;
  /** The lowest task that it supposes to end well; none where it is certain. */
  readonly supposes: number;
}

/** A comparison that is going on. */
interface Task extends Pair {
  readonly run: Generator<Pair, Answer, Answer>;
  /** How many circles had been met when it began. */
  readonly circles: number;
  /** How many answers were uncertain when it began. */
  readonly uncertain: number;
  /** The lowest task that it met again, itself or another one. */
  supposes: number;
}

const GREATEST_EFFORT = 250_000;
/** How much may be spent on asking again inside of circles, as the registry does. */
const EFFORT_FOR_CIRCLES = 60_000;
const NONE = Number.POSITIVE_INFINITY;

/**
 * Finds what keeps a schema from taking everything that another one takes, in the registry's order.
 * In a circle of references, what is being compared counts as compatible.
 *
 * @param root what messages were written with, and what they are read with
 * @param isTaken which differences are none
 * @throws SchemaError `too_large` where the schemas are too large or too different to compare
 */
export function findDifferences(
  root: Pair,
  isTaken: (type: DifferenceType) => boolean,
): OwnDifference[] {
  const answers = pairMap<Known>();
  const effort: Effort = { left: GREATEST_EFFORT };
  const tools: Tools = { matches: matchPattern(effort), spend };
  const tasks: Task[] = [];
  const uncertain: Pair[] = [];
  let circles = 0;
  let answer: Answer;

  function spend(steps: number): void {
    effort.left -= steps;
    if (effort.left < 0) throw refuseSize('The schemas have too many parts to compare');
  }

  /** Answers what is known already, and begins to compare what is not. */
  function ask(asked: Pair): void {
    spend(1);
    const pair = { original: followOnce(asked.original), update: followOnce(asked.update) };
    const atOnce = compareAtOnce(pair, tools);
    if (atOnce !== undefined) {
      answer = findingsOf(atOnce.filter(({ type }) => !isTaken(type)));
      return;
    }
    const known = answers.get(pair);
    answer = known?.answer;
    if (known !== undefined) {
      if (known.supposes !== NONE) circles += 1;
      suppose(known.supposes);
      return;
    }
    answers.set(pair, { answer: undefined, supposes: tasks.length });
    const run = compare(pair);
    tasks.push({ ...pair, run, circles, uncertain: uncertain.length, supposes: NONE });
  }

  function suppose(position: number): void {
    const task = tasks.at(-1);
    if (task !== undefined) task.supposes = Math.min(task.supposes, position);
  }

  function* compare(pair: Pair): Task['run'] {
    const asking = compareModels(pair, tools);
    let step = asking.next();
    while (!step.done) step = asking.next((yield step.value) === undefined);
    const found: Findings['found'][number][] = [];
    for (const each of step.value) {
      if ('type' in each) {
        if (!isTaken(each.type)) found.push(each);
        continue;
      }
      const inner = yield each;
      if (inner !== undefined) found.push({ steps: each.steps, inner });
    }
    return findingsOf(found);
  }

  function end(task: Task): void {
    tasks.pop();
    const supposes = task.supposes < tasks.length ? task.supposes : NONE;
    suppose(supposes);
    const metCircle = circles !== task.circles;
    if (metCircle && effort.left > GREATEST_EFFORT - EFFORT_FOR_CIRCLES) answers.delete(task);
    else remember(task, supposes);
  }

  /** What does not fit even if others do is certain, and so is what supposes nothing any more. */
  function remember(task: Task, supposes: number): void {
    if (answer === undefined && supposes !== NONE) {
      answers.set(task, { answer, supposes });
      uncertain.push(task);
      return;
    }
    answers.set(task, { answer, supposes: NONE });
    for (const pair of uncertain.splice(task.uncertain)) {
      if (answer === undefined) answers.set(pair, { answer, supposes: NONE });
      else answers.delete(pair);
    }
  }

  ask(root);
  for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
    const step = task.run.next(answer);
    if (!step.done) {
      ask(step.value);
      continue;
    }
    answer = step.value;
    end(task);
  }
  return answer === undefined ? [] : tellDifferences(answer);
}

function followOnce(schema: Pair['original']): Pair['original'] {
  return schema.kind === 'reference' ? schema.target.load() : schema;
}

function findingsOf(found: Findings['found']): Answer {
  return found.length === 0 ? undefined : { found };
}
