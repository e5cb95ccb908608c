import { newQuestion } from './run.ts';
import type { Question, Run, SchemaPart, Telling } from './schema-part.ts';
import { TooFar } from './too-far.ts';
import { fitsPart, tellPart } from './walk-part.ts';

/**
 * Asks what may lead deeper than the stack reaches: what lies too deep is asked apart, then it is
 * asked again with the answer known.
 */
export function askDeep<Answer>(run: Run, ask: (run: Run) => Answer): Answer {
  const waiting: Question[] = [];
  for (;;) {
    const question = waiting.at(-1);
    try {
      if (question === undefined) return ask(newQuestion(run));
      askApart(question, run);
      waiting.pop();
    } catch (error) {
      if (!(error instanceof TooFar)) throw error;
      waiting.push(error.question);
    }
  }
}

function askApart({ part, value, telling }: Question, run: Run): void {
  if (telling === undefined) {
    remember(run.apart, part, value, fitsPart(part, value, newQuestion(run), undefined));
    return;
  }
  const path = [...telling.path];
  const state: Telling = {
    run: newQuestion(run),
    ...telling,
    path,
    problems: [],
    isShallow: false,
    weight: 0,
  };
  tellPart(part, value, state);
  const { problems, weight } = state;
  remember(run.told, part, value, { ...telling, problems, weight });
}

function remember<Answer>(
  answers: Map<SchemaPart, Map<object, Answer>>,
  part: SchemaPart,
  value: object,
  answer: Answer,
): void {
  const ofPart = answers.get(part) ?? new Map<object, Answer>();
  answers.set(part, ofPart.set(value, answer));
}
