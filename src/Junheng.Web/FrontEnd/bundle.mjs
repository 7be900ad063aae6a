// Bundles styles and scripts into wwwroot/dist. Nothing is fetched: everything comes from node_modules.
import { build } from 'esbuild';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usedOfTabler } from './tabler.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'dist');
const usual = { absWorkingDir: here, bundle: true, minify: true, target: 'chrome109', legalComments: 'linked', logLevel: 'warning' };
rmSync(out, { recursive: true, force: true });

// Each file of islands/ defines the custom element of its name; a file that begins with a full stop or an underscore is only imported by others.
const islands = await build({
  ...usual,
  entryPoints: readdirSync(join(here, 'islands')).filter((name) => /^[a-z].*\.js$/.test(name)).map((name) => join('islands', name)),
  outdir: join(out, 'islands'),
  format: 'esm',
  splitting: true,
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  metafile: true,
});
const addresses = Object.fromEntries(Object.entries(islands.metafile.outputs)
  .filter(([, made]) => made.entryPoint)
  .map(([path, made]) => [`jh-${basename(made.entryPoint, '.js')}`, `/dist/islands/${basename(path)}`]));

const tabler = {
  name: 'tabler',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^tabler$/ }, () => ({ path: 'tabler', namespace: 'tabler' }));
    bundling.onLoad({ filter: /.*/, namespace: 'tabler' }, () => ({ contents: usedOfTabler(here), loader: 'css' }));
  },
};
await build({
  ...usual,
  entryPoints: ['site.js', 'site.css', 'dark.css'],
  outdir: out,
  format: 'iife',
  define: { ISLANDS: JSON.stringify(addresses) },
  plugins: [tabler],
});
writeFileSync(join(out, 'bundled'), 'ok\n');
