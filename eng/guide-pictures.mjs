// Photographs addresses of a running program: node eng/guide-pictures.mjs BROWSER ORIGIN LIST FOLDER. Used by eng/guide-pictures.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [browser, origin, list, folder] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'guide-pictures-'));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars'];
const chromium = spawn(browser, [...flags, '--remote-debugging-pipe', `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

// The browser's own protocol over two pipes: messages of JSON, each ended by a zero.
let last = 0;
let rest = '';
const waiting = new Map();
let loaded = () => {};
chromium.stdio[4].on('data', (data) => {
  rest += data;
  for (let end = rest.indexOf('\0'); end >= 0; end = rest.indexOf('\0')) {
    const message = JSON.parse(rest.slice(0, end));
    rest = rest.slice(end + 1);
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
    if (message.method === 'Page.loadEventFired') loaded();
  }
});
const ask = (method, params = {}, sessionId = undefined) =>
  new Promise((answer) => {
    last += 1;
    waiting.set(last, answer);
    chromium.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });

const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
await ask('Page.enable', {}, sessionId);
mkdirSync(folder, { recursive: true });
for (const line of readFileSync(list, 'utf8').split('\n').filter((each) => each.trim() && !each.startsWith('#'))) {
  const [name, width, height, address] = line.trim().split(/\s+/);
  await ask('Emulation.setDeviceMetricsOverride', { width: Number(width), height: Number(height), deviceScaleFactor: 1, mobile: false }, sessionId);
  const ready = new Promise((resolve) => { loaded = resolve; });
  await ask('Page.navigate', { url: origin + address }, sessionId);
  await ready;
  await new Promise((resolve) => { setTimeout(resolve, 300); }); // islands that come into view
  const { data } = await ask('Page.captureScreenshot', { format: 'webp', quality: 70 }, sessionId);
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  process.stderr.write(`${name}.webp\n`);
}
const gone = new Promise((resolve) => { chromium.on('exit', resolve); });
ask('Browser.close');
await gone;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
process.exit(0);
