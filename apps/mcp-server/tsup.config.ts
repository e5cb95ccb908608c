import { defineConfig } from 'tsup';

const shared = {
  target: 'node20',
  sourcemap: true,
  removeNodeProtocol: false,
  splitting: false,
};

/** Says in a sentence what an old Node is too old for. It runs before the rest of the file. */
const nodeCheck = [
  "const [nodeMajor, nodeMinor] = process.versions.node.split('.').map(Number);",
  'if (nodeMajor < 20 || (nodeMajor === 20 && nodeMinor < 19)) {',
  "  console.error('srkit-mcp needs Node 20.19 or newer; this is Node ' + process.versions.node + ' (' + process.execPath + ').');",
  '  process.exit(1);',
  '}',
].join('\n');

export default defineConfig([
  {
    ...shared,
    format: ['esm'],
    entry: { 'srkit-mcp': 'src/main.ts' },
    // It needs no node_modules. What is used later stands in files of its own, which are not read at a start.
    noExternal: [/.*/],
    splitting: true,
    banner: {
      // CommonJS dependencies call require() for Node's own modules.
      js: `import { createRequire } from 'node:module';\n${nodeCheck}\nconst require = createRequire(import.meta.url);`,
    },
    esbuildOptions(options) {
      // From the sources of the packages: what they were last built to does not matter.
      options.conditions = ['@srkit/source'];
      // All of it is read at every start, most of it to be skipped.
      options.minifyWhitespace = true;
      // Node 14 cannot read these, and would print a stack trace instead of the sentence above.
      options.supported = { 'logical-assignment': false, 'class-static-blocks': false };
    },
  },
  {
    ...shared,
    format: ['esm'],
    entry: { index: 'src/index.ts' },
    dts: true,
  },
]);
