/**
 * Whether a release has what came in several branches at once.
 *
 * @param release for example `8.1.5`
 * @param firsts the first release of each branch that has it, oldest first, as the reference names them: `7.9.5/8.0.3/8.1.1`
 */
export function isSince(release: string, firsts: string): boolean {
  const [major, minor, patch] = numbersOf(release);
  const branches = firsts.split('/').map(numbersOf);
  const own = branches.find((first) => first[0] === major && first[1] === minor);
  if (own) return patch >= own[2];
  const [lastMajor, lastMinor] = branches.at(-1) ?? [0, 0];
  return major > lastMajor || (major === lastMajor && minor > lastMinor);
}

function numbersOf(release: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = release.split(/[.-]/).map(Number);
  return [major, minor, patch];
}
