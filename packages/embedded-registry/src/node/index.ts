export type { Listening, ListenOptions } from './listen.ts';

export { listen } from './listen.ts';
export { readFolder } from './read-folder.ts';
export { seedFolder } from './seed-folder.ts';
