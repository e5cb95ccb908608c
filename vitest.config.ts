import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

const buildForTests = join(import.meta.dirname, 'scripts/build-for-tests.ts');
// Not 'import': it would hold for require too, and packages that have both would be loaded the wrong way.
const conditions = ['@srkit/source', 'node'];
// Files of these share what they import, which takes longer than most of their tests. Others count timers and listeners of their
// process, or use a client that can be configured only once.
const shareModules: ReadonlySet<string> = new Set([
  'apps/mcp-server',
  'packages/schemas',
  'packages/snapshot',
]);
const projects = ['packages', 'apps']
  .flatMap((group) => readdirSync(group).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${folder}/package.json`))
  .map((root) => {
    const { bin } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    // Tests run on sources; only those of a package that ships a command start what was built.
    const globalSetup = bin === undefined ? [] : [buildForTests];
    const isolate = !shareModules.has(root);
    return { extends: true as const, test: { name: root, root, globalSetup, isolate } };
  });

/** Says which tests were skipped and why, then ends the run with one plain line that scripts can read. */
const totals: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const reasons = new Map<string, number>();
    for (const module of modules) {
      const failedBefore = count.failed;
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state] += 1;
        if (result.state !== 'skipped') continue;
        const reason = result.note ?? 'no reason given';
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      // A file that does not load, or a hook that throws, fails no test of its own.
      if (module.state() === 'failed' && count.failed === failedBefore) count.failed += 1;
    }
    count.failed += unhandledErrors.length;
    for (const [reason, number] of reasons) console.log(`skipped ${number}: ${reason}`);
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
};

export default defineConfig({
  // Tests run on sources: the export condition maps workspace packages to src/.
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    projects,
    include: ['test/**/*.test.ts'],
    restoreMocks: true,
    // A machine that has other things to do must not fail a property of a thousand runs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default leaves one core out, which is half of a small machine.
    maxWorkers: '100%',
    reporters: ['default', totals],
  },
});
