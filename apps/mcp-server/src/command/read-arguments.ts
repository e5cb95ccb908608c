import { nearestName } from '@srkit/registries';

/** What the command line asks for. */
export type CommandArguments =
  | { do: 'serve'; demo: boolean; folder?: string }
  | { do: 'help' }
  | { do: 'version' }
  | { do: 'refuse'; reason: string };

const flags = ['--demo', '--version', '--help'];

/**
 * Reads the command line: `--demo [DIR]` (or `--demo=DIR`), `--version`, `--help`.
 *
 * @param words without the program's own name
 */
export function readArguments(words: readonly string[]): CommandArguments {
  const read: CommandArguments = { do: 'serve', demo: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--help' || word === '-h') return { do: 'help' };
    if (word === '--version' || word === '-v') return { do: 'version' };
    if (word === '--demo') {
      read.demo = true;
      const folder = words[index + 1];
      if (folder === undefined || folder.startsWith('-')) continue;
      read.folder = folder;
      index += 1;
    } else if (word.startsWith('--demo=')) {
      read.demo = true;
      read.folder = word.slice('--demo='.length);
      if (read.folder === '') return refuse('--demo= needs a folder after the equals sign.');
    } else {
      const nearest = word.startsWith('-') ? nearestName(word, flags) : undefined;
      const hint = nearest ? `Did you mean ${nearest}?` : `It takes ${flags.join(', ')}.`;
      return refuse(`srkit-mcp does not know the argument ${JSON.stringify(word)}. ${hint}`);
    }
  }
  return read;
}

function refuse(reason: string): CommandArguments {
  return { do: 'refuse', reason };
}
