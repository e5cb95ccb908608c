/** A text without regard to case. What two texts are together is what each is, one after the other. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  // The only letter whose lower case depends on what stands beside it.
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
}

/** The place in a text that a place in its folded form stands for: folding makes a few letters longer. */
export function unfoldPlace(text: string, place: number): number {
  let folded = 0;
  let plain = 0;
  for (const character of text) {
    if (folded >= place) break;
    folded += character.toLowerCase().length;
    plain += character.length;
  }
  return plain;
}
