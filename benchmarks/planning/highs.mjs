// HiGHS (npm, WebAssembly) for the planning benchmark: one line of JSON {lp, seconds} in, one line {status, seconds, values} out.
import { createInterface } from "node:readline";
import load from "highs";

const options = { output_flag: false, mip_rel_gap: 1e-7 };
let highs = await load();
for await (const line of createInterface({ input: process.stdin })) {
  const { lp, seconds } = JSON.parse(line);
  const start = performance.now();
  let status = "Failed";
  const values = {};
  try {
    const found = highs.solve(lp, { ...options, time_limit: seconds });
    status = found.Status;
    for (const [name, column] of Object.entries(found.Columns)) if (column.Primal) values[name] = column.Primal;
  } catch {
    highs = await load(); // a failed call leaves the WebAssembly instance unusable
  }
  process.stdout.write(JSON.stringify({ status, seconds: (performance.now() - start) / 1000, values }) + "\n");
}
