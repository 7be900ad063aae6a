// Page speed on a province of 100 counties and about 9,000 schools: server time as a client on the same machine sees it, page by page.
// node benchmarks/pages/run.mjs [--rounds N] [--counties N] [--database PATH|CONNECTION] [--port N] [--web FOLDER]
// The web must be built in Release. An empty database is filled with the invented province first; that is not measured.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const option = (name, usual) => { const at = process.argv.indexOf('--' + name); return at < 0 ? usual : process.argv[at + 1]; };
const rounds = Number(option('rounds', 15));
const counties = Number(option('counties', 100));
const port = Number(option('port', 5377));
const web = option('web', join(root, 'src/Junheng.Web/bin/Release/net10.0'));
const folder = mkdtempSync(join(tmpdir(), 'junheng-pages-'));
const database = option('database', join(folder, 'junheng.db'));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const province = '/regions/980000';
const city = '/regions/980300';
const county = '/counties/980325';
const school = '9803250003';
const pages = [
  ['nation', '/regions/000000', 300],
  ['province', province, 300],
  ['province, filtered and sorted', `${province}?verdict=not_met&within=980300&sort=-schools`, 300],
  ['province: ranking', `${province}/ranking?by=cv.primary.R5`, 300],
  ['province: between counties', `${province}/gap`, 300],
  ['province: road map', `${province}/roadmap`, 300],
  ['province: map', `${province}/map`, 300],
  ['province: wall screen', `${province}/screen`, 300],
  ['city', city, 300],
  ['city: between counties', `${city}/gap`, 300],
  ['county', county, 50],
  ['county: matrix', `${county}/schools`, 50],
  ['county: school', `${county}/schools/${school}`, 50],
  ['county: indicator', `${county}/indicators/R5?stage=primary`, 50],
  ['county: items', '/items?county=980325', 50],
  ['county: data', `${county}/data`, 50],
  ['county: map', `${county}/map`, 50],
  ['county: wall screen', `${county}/screen`, 50],
  ['county: trace', `/trace?county=980325&school=${school}&stage=primary&indicator=R4`, 50],
  ['county: what is modelled', '/modelled?county=980325', 50],
];

// Each round another date, so that nothing is at hand: the whole province is judged anew.
const switches = [
  ['province, another date', (round) => `${province}?date=2026-12-${String(round + 1).padStart(2, '0')}`, 500],
  ['province, the 2012 standard', (round) => `${province}?standard=cn-2012-basic-balance&date=2027-01-${String(round + 1).padStart(2, '0')}`, 500],
  ['province, an overlay', (round) => `${province}?overlay=example-district-target&date=2027-02-${String(round + 1).padStart(2, '0')}`, 500],
  ['province, a setting', (round) => `${province}?set=easements.until=2027-03-${String(round + 1).padStart(2, '0')}`, 500],
  ['county, the 2012 standard', (round) => `${county}?standard=cn-2012-basic-balance&date=2027-01-${String(round + 1).padStart(2, '0')}`, 500],
];

const server = spawn('dotnet', [
  join(web, 'Junheng.Web.dll'), '--urls', `http://127.0.0.1:${port}`, '--database', database, '--key-file', join(folder, 'key'), '--sample', 'province', '--counties', String(counties),
], { cwd: web, stdio: ['ignore', 'ignore', 'inherit'] });

function get(path) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const asked = request({ host: '127.0.0.1', port, path, agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('end', () => resolve({ status: answer.statusCode, bytes, ms: Number(process.hrtime.bigint() - start) / 1e6 }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function ready() {
  for (let waited = 0; waited < 900; waited++) {
    try {
      if ((await get('/health')).status === 200) return;
    } catch { /* not yet */ }
    if (server.exitCode !== null) throw new Error('the web ended');
    await pause(1000);
  }
  throw new Error('the web did not come up');
}

const say = (ms) => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(1));
let missed = 0;

async function measure([name, address, goal], warm) {
  const at = typeof address === 'string' ? () => address : address;
  for (let round = 0; round < warm; round++) await get(at(27));
  const times = [];
  let bytes = 0;
  for (let round = 0; round < Math.min(rounds, 26); round++) {
    const answer = await get(at(round));
    if (answer.status !== 200) throw new Error(`${at(round)}: ${answer.status}`);
    times.push(answer.ms);
    bytes = answer.bytes;
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1];
  missed += median > goal ? 1 : 0;
  console.log(`| ${name} | ${say(median)} | ${say(times[0])}–${say(times[times.length - 1])} | ${goal} | ${(bytes / 1024).toFixed(0)} |${median > goal ? ' missed' : ''}`);
}

try {
  await ready();
  console.log('| page | median ms | least–most | goal | KiB sent |\n|---|---:|---:|---:|---:|');
  for (const page of pages) await measure(page, 3);
  console.log('\n| switch | median ms | least–most | goal | KiB sent |\n|---|---:|---:|---:|---:|');
  for (const each of switches) await measure(each, 1);
  console.log(missed === 0 ? '\nevery goal reached' : `\n${missed} goals missed`);
} finally {
  server.kill();
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
