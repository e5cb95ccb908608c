const mostCharacters = 60;
const mostWritten = 150;

/**
 * Writes any text so that it can stand between the quotes of a Mermaid label: what could mean something to Mermaid, to Markdown
 * or to HTML is written as its number (`#quot;` would be a name), and what cannot be seen as `�`. A long text is cut.
 */
export function mermaidLabel(text: string): string {
  let label = '';
  let count = 0;
  for (const character of text) {
    const written = writeCharacter(character);
    count += 1;
    if (count > mostCharacters || label.length + written.length > mostWritten) return `${label}…`;
    label += written;
  }
  return label;
}

function writeCharacter(character: string): string {
  if (/[\p{L}\p{M}\p{N}\-_./ ]/u.test(character)) return character;
  if (/[\p{C}\p{Z}]/u.test(character)) return '�';
  return `#${character.codePointAt(0)};`;
}
