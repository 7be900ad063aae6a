// Alternates the engines round by round in one run and prints the table of README.md.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { cpus } from "node:os";
import { differences } from "./compare.mjs";

const [work, rounds] = [process.argv[2], Number(process.argv[3])];
const file = `${work}/nation.csv`;
const program = `${work}/program/Junheng.Benchmarks.dll`;
const commands = {
  Junheng: ["dotnet", program],
  DuckDB: ["node", "duckdb.mjs"],
  pandas: ["/usr/bin/python3", "with_pandas.py"],
};

class Engine {
  constructor([command, ...args]) {
    this.child = spawn(command, [...args, "serve", file], { stdio: ["pipe", "pipe", "inherit"] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async answer() {
    const { value, done } = await this.lines.next();
    if (done) throw new Error("an engine ended");
    return value;
  }

  ask(command) {
    this.child.stdin.write(command + "\n");
    return this.answer();
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const shown = (ms) => (ms < 1 ? ms.toFixed(3) : ms < 10 ? ms.toFixed(2) : ms.toFixed(0));
const summary = (numbers) => `${shown(median(numbers))} (${shown(Math.min(...numbers))}–${shown(Math.max(...numbers))})`;
const table = [];
function row(what, ours, duck, pandas) {
  const times = (other) => (other ? `${(median(other) / median(ours)).toFixed(1)}×` : "");
  table.push(`| ${what} | ${summary(ours)} | ${duck ? summary(duck) : ""} | ${pandas ? summary(pandas) : ""} | ${times(duck)} | ${times(pandas)} |`);
}

const engines = {};
for (const [name, command] of Object.entries(commands)) {
  engines[name] = new Engine(command);
  await engines[name].answer();
  await engines[name].ask("memory");
  await engines[name].ask(`write ${work}/${name}`);
}

const found = ["DuckDB", "pandas"].flatMap((name) => differences(work, "Junheng", name));
if (found.length > 0) {
  console.error(found.slice(0, 20).join("\n"));
  console.error(`${found.length} differences`);
  process.exit(1);
}

async function alternate(asked) {
  const taken = asked.map(() => []);
  for (let round = -3; round < rounds; round++) {
    for (let at = 0; at < asked.length; at++) {
      const turn = (at + Math.max(round, 0)) % asked.length;
      const [engine, command, warm] = asked[turn];
      for (let call = 0; call < (warm ?? 0); call++) await engines[engine].ask(command);
      const ms = Number(await engines[engine].ask(command));
      if (round >= 0) taken[turn].push(ms);
    }
  }
  return taken;
}

// Enough calls for the just-in-time compilers of all three to have settled.
for (const name of ["memory", "evaluate", "sum", "county"]) for (let call = 0; call < 60; call++) await engines.Junheng.ask(name);
const [duck, pandas, whole, kernel, sum] = await alternate([["DuckDB", "memory"], ["pandas", "memory"], ["Junheng", "memory"], ["Junheng", "evaluate"], ["Junheng", "sum"]]);
row("recompute in memory: view and evaluate", whole, duck, pandas);
row("evaluate only, view at hand", kernel, duck, pandas);
row("sum of the columns, one thread", sum);
const [duckCounty, pandasCounty, county] = await alternate([["DuckDB", "county"], ["pandas", "county"], ["Junheng", "county", 20]]);
row("one county, warm", county, duckCounty, pandasCounty);
const loaded = [];
for (const engine of Object.values(engines)) {
  await engine.ask("memory");
  loaded.push(await engine.ask("counts"));
  engine.child.stdin.end();
  engine.child.kill();
}
if (new Set(loaded).size > 1) throw new Error(`counts differ: ${loaded.join("; ")}`);

const processes = Object.entries(commands).map(([name, [command, ...args]]) => [name, command, name === "Junheng" ? [...args, "process", file] : [...args, file]]);
processes.push(["assess", "dotnet", [`${work}/cli/Junheng.Cli.dll`, "assess", file]]);
const taken = Object.fromEntries(processes.map(([name]) => [name, []]));
for (let round = -1; round < rounds; round++) {
  for (let at = 0; at < processes.length; at++) {
    const [name, command, args] = processes[(at + Math.max(round, 0)) % processes.length];
    const start = performance.now();
    const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
    const ms = performance.now() - start;
    if (status !== 0 || (name !== "assess" && !stdout.startsWith(loaded[0]))) throw new Error(`${name}: ${status} ${stdout}`);
    if (round >= 0) taken[name].push(ms);
  }
}
row("whole process from CSV: verdicts and coefficients", taken.Junheng, taken.DuckDB, taken.pandas);
row("the command `assess` with its page of reasons", taken.assess, taken.DuckDB, taken.pandas);

console.log(`${cpus().length} × ${cpus()[0].model.trim()}; ${new Date().toISOString().slice(0, 10)}; ${rounds} rounds; milliseconds: median (least–most); ratios of medians`);
console.log(`${loaded[0]} (met, not met, undecided), the same from all engines; means and coefficients within 1e-9\n`);
console.log("| | Junheng | DuckDB | pandas | to DuckDB | to pandas |\n|---|---:|---:|---:|---:|---:|");
console.log(table.join("\n"));
console.log(`\nevaluate ÷ sum ${(median(kernel) / median(sum)).toFixed(1)}; view and evaluate ÷ sum ${(median(whole) / median(sum)).toFixed(1)}`);
process.exit(0);
