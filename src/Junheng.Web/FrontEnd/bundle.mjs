// Bundles styles and scripts into wwwroot/dist. Nothing is fetched: everything comes from node_modules.
import { build } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usedOfTabler } from './tabler.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'dist');
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ['site.js', 'site.css', 'dark.css'],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome109',
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [
    {
      name: 'tabler',
      setup: (bundling) => {
        bundling.onResolve({ filter: /^tabler$/ }, () => ({ path: 'tabler', namespace: 'tabler' }));
        bundling.onLoad({ filter: /.*/, namespace: 'tabler' }, () => ({ contents: usedOfTabler(here), loader: 'css' }));
      },
    },
  ],
});
writeFileSync(join(out, 'bundled'), 'ok\n');
