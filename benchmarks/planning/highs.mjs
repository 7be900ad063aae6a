// HiGHS (npm, WebAssembly) for the planning benchmark: one line of JSON {lp, seconds} in, one line {status, seconds, processor, values} out.
import { createInterface } from "node:readline";
import load from "highs";

const options = { output_flag: false, mip_rel_gap: 1e-6 };
let highs = await load();
for await (const line of createInterface({ input: process.stdin })) {
  const { lp, seconds } = JSON.parse(line);
  const [start, used] = [performance.now(), process.cpuUsage()];
  let status = "Failed";
  const values = {};
  try {
    const found = highs.solve(lp, { ...options, time_limit: seconds });
    status = found.Status;
    for (const [name, column] of Object.entries(found.Columns)) if (column.Primal) values[name] = column.Primal;
  } catch {
    highs = await load(); // a failed call leaves the WebAssembly instance unusable
  }
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(JSON.stringify({ status, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, values }) + "\n");
}
