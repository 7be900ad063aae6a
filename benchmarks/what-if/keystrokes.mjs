// How long from a keystroke in the what-if grid to the new verdicts on the screen: a real Chromium, driven by chromedriver, against a running program.
//   node keystrokes.mjs ADDRESS_OF_THE_PAGE [KEYSTROKES]      e.g. node keystrokes.mjs http://127.0.0.1:5080/counties/990121/what-if 60
// Each key is a real one. The clock starts at the event's own time stamp and stops after the frame in which the answer is drawn.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [page, wanted = '60'] = process.argv.slice(2);
if (!page) {
  console.error('node keystrokes.mjs ADDRESS_OF_THE_PAGE [KEYSTROKES]');
  process.exit(2);
}

const port = 9000 + (process.pid % 900);
const driver = spawn('/usr/bin/chromedriver', [`--port=${port}`], { stdio: 'ignore' });
const profile = mkdtempSync(join(tmpdir(), 'junheng-keystrokes-'));
const wait = (time) => new Promise((done) => setTimeout(done, time));

const call = async (method, path, body) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const { value } = await answer.json();
  if (value?.error) {
    throw new Error(`${value.error}: ${value.message}`);
  }

  return value;
};

const started = async () => {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return await call('GET', '/status');
    } catch {
      await wait(100);
    }
  }

  throw new Error('chromedriver does not answer');
};

try {
  await started();
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, '--window-size=1366,768'];
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'goog:chromeOptions': { binary: '/usr/bin/chromium', args: flags } } } });
  const session = `/session/${sessionId}`;
  const run = (script, ...args) => call('POST', `${session}/execute/sync`, { script, args });
  await call('POST', `${session}/url`, { url: page });
  while (!(await run('return customElements.get("jh-what-if") !== undefined'))) {
    await wait(50);
  }

  const schools = await run(`
    window.taken = [];
    const island = document.querySelector('jh-what-if');
    let since = 0;
    island.addEventListener('keydown', (event) => { since = event.timeStamp; }, true);
    island.addEventListener('jh-answered', () => requestAnimationFrame(() => setTimeout(() => { if (since > 0) { window.taken.push(performance.now() - since); since = 0; } })));
    window.cells = [...document.querySelectorAll('td.edit input')].filter((field) => field.name.startsWith('c:') && field.value.length > 0);
    return document.querySelectorAll('tr[data-name]').length;`);
  const count = Number(wanted);
  for (let key = 0; key < count + 5; key++) {
    await run('const field = window.cells[arguments[0] % window.cells.length]; field.focus(); field.setSelectionRange(field.value.length, field.value.length);', key * 37);
    const before = await run('return window.taken.length');
    await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: '1' }, { type: 'keyUp', value: '1' }] }] });
    for (let look = 0; look < 400 && (await run('return window.taken.length')) === before; look++) {
      await wait(10);
    }
  }

  const taken = (await run('return window.taken')).slice(5).sort((one, other) => one - other);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))].toFixed(0);
  console.log(`${schools} schools, ${taken.length} keystrokes: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, least ${at(0)} ms, most ${at(0.999)} ms`);
  await call('DELETE', session);
} finally {
  driver.kill();
  rmSync(profile, { recursive: true, force: true });
}
