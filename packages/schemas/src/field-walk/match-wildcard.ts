/**
 * Whether a dotted name fits a pattern of `metadata.tags`: `?` is one character and `*` any number of
 * them, but no dot; `**` is anything; `\` takes the next character as it is. Never slower than the
 * product of both lengths, whatever the pattern.
 */
export function matchWildcard(pattern: string, name: string): boolean {
  let reached = [true, ...new Array<boolean>(name.length).fill(false)];
  for (const step of readSteps(pattern)) {
    const next = new Array<boolean>(name.length + 1).fill(false);
    for (let end = 0; end <= name.length; end += 1) {
      const character = name.charAt(end - 1);
      if (step.repeats) {
        next[end] = reached[end] === true || (next[end - 1] === true && step.takes(character));
      } else {
        next[end] = end > 0 && reached[end - 1] === true && step.takes(character);
      }
    }
    if (!next.includes(true)) return false;
    reached = next;
  }
  return reached[name.length] === true;
}

interface Step {
  repeats: boolean;
  takes(character: string): boolean;
}

const anything = (): boolean => true;
const noDot = (character: string): boolean => character !== '.';

function readSteps(pattern: string): Step[] {
  const steps: Step[] = [];
  for (const [token] of pattern.matchAll(/\*\*|\\.|./gs)) {
    if (token === '**') steps.push({ repeats: true, takes: anything });
    else if (token === '*') steps.push({ repeats: true, takes: noDot });
    else if (token === '?') steps.push({ repeats: false, takes: noDot });
    else {
      const literal = token.length === 2 ? token.charAt(1) : token;
      steps.push({ repeats: false, takes: (character) => character === literal });
    }
  }
  return steps;
}
