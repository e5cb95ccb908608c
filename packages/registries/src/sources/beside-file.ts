/** A path as a file means it that holds it: one that is not absolute begins at the file's own folder. */
export function besideFile(file: string, path: string): string {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return path;
  const folder = /^.*[\\/]/s.exec(file)?.[0] ?? '';
  return folder + path;
}
