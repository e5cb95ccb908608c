/** Says that a pattern is no regular expression; caught where the pattern is read. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
}
