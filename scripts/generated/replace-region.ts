/** Replaces what stands between the two marks of a region; the marks stay. Throws when they are not there. */
export function replaceRegion(file: string, text: string, region: string, content: string): string {
  const begin = `<!-- generated: ${region} -->`;
  const end = `<!-- end: ${region} -->`;
  const [before, rest, ...more] = text.split(begin);
  const after = rest?.split(end);
  if (before === undefined || more.length > 0 || after?.length !== 2)
    throw new Error(`${file} needs the lines "${begin}" and "${end}" once, in this order.`);
  return `${before}${begin}\n\n${content.trim()}\n\n${end}${after[1]}`;
}
