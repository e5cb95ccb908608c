/**
 * The steps of a JSON pointer that stands in a URI's fragment, `%25`, `~0` and `~1` undone. What
 * stands before its first slash is passed over.
 */
export function pointerSteps(fragment: string): string[] {
  return percentDecoded(fragment)
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** One step as it stands in a JSON pointer, its slash included. */
export function pointerStep(step: string | number): string {
  if (typeof step === 'number') return `/${step}`;
  return `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Undoes percent-encoding; text that only looks encoded stays as it is. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
