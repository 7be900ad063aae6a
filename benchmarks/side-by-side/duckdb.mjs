// DuckDB as an engine: `node duckdb.mjs FILE` judges a file and prints counts; `node duckdb.mjs serve FILE` answers commands line by line.
import { DuckDBInstance } from "@duckdb/node-api";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { items, scale, norm, floor, limit, thousandths } from "./standard.mjs";

const stages = ["primary", "junior"];
const threshold = (of, k) => `(CASE WHEN is_primary THEN ${thousandths(of.primary[k])}::DOUBLE ELSE ${thousandths(of.junior[k])}::DOUBLE END)`;
const fill = (text) => text
  .replaceAll("{{WHOLE}}", items.map((item, k) => `round(${item} * 100) * ${10 * scale[k]} AS w${k}`).join(", "))
  .replaceAll("{{BELOW}}", items.map((_, k) => `coalesce((w${k} < p * ${threshold(norm, k)})::UTINYINT, 0)`).join(" + "))
  .replaceAll("{{UNDER_FLOOR}}", items.map((_, k) => `coalesce(w${k} < p * ${threshold(floor, k)}, false)`).join(" OR "))
  .replaceAll("{{MISSING}}", `(p + ${items.map((_, k) => `w${k}`).join(" + ")}) IS NULL`)
  .replaceAll("{{SUMS}}", items.map((item, k) => [
    `count(${item} + p) AS n${k}`,
    `sum(${item}) FILTER (p IS NOT NULL) AS x${k}`,
    `sum(p) FILTER (${item} IS NOT NULL) AS p${k}`,
    `sum(${item} * ${item} / p) AS q${k}`].join(", ")).join(", "))
  .replaceAll("{{SPREADS}}", items.map((_, k) => [
    `${scale[k]} * x${k} / p${k} AS mean${k}`,
    `CASE WHEN x${k} > 0 THEN sqrt(greatest(p${k} * q${k} / (x${k} * x${k}) - 1, 0)) END AS cv${k}`,
    `CASE WHEN n${k} < units THEN 'missing' WHEN x${k} = 0 THEN 'zero_mean' ELSE '' END AS reason${k}`,
    `CASE WHEN n${k} < units OR x${k} = 0 THEN 'undecided' WHEN cv${k} <= n.cv_limit THEN 'met' ELSE 'not_met' END AS verdict${k}`].join(", ")).join(", "));

const assess = fill(readFileSync(new URL("assess.sql", import.meta.url), "utf8"));
const columns = (file) => `read_csv('${file.replaceAll("'", "''")}', header = true, columns = {${[
  "'county_code': 'VARCHAR'", "'school_code': 'VARCHAR'", "'stage': 'VARCHAR'", "'enrolment': 'DOUBLE'", "'school_type': 'VARCHAR'",
  ...items.map((item) => `'${item}': 'DOUBLE'`)].join(", ")}})`;

async function open(file) {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const rows = stages.map((stage) => `('${stage}', ${limit[stage]}::DOUBLE, ${items.map((_, k) => `${thousandths(norm[stage][k])}::DOUBLE, ${thousandths(floor[stage][k])}::DOUBLE`).join(", ")})`);
  await connection.run(`CREATE TABLE norms AS SELECT * FROM (VALUES ${rows.join(", ")}) t(stage, cv_limit, ${items.map((_, k) => `norm${k}, floor${k}`).join(", ")})`);
  await connection.run(`CREATE TABLE nation AS SELECT * FROM ${columns(file)}`);
  await connection.run("CREATE VIEW w AS SELECT * FROM nation");
  return connection;
}

async function counts(connection) {
  const unit = await connection.runAndReadAll("SELECT count(*) FILTER (verdict = 1), count(*) FILTER (verdict = 2), count(*) FILTER (verdict = 0) FROM units");
  const verdicts = `SELECT unnest([${items.map((_, k) => `verdict${k}`).join(", ")}]) AS verdict FROM spreads`;
  const cv = await connection.runAndReadAll(`SELECT count(*) FILTER (verdict = 'met'), count(*) FILTER (verdict = 'not_met'), count(*) FILTER (verdict = 'undecided') FROM (${verdicts})`);
  return `units ${unit.getRows()[0].join(" ")} cvs ${cv.getRows()[0].join(" ")}`;
}

async function write(connection, path) {
  const long = items.map((_, k) => `SELECT county_code, stage, ${k} AS k, mean${k}, cv${k}, reason${k}, verdict${k} FROM spreads`).join(" UNION ALL ");
  await connection.run(`COPY (${long}) TO '${path}.spreads.csv' (HEADER false)`);
  await connection.run(`COPY (SELECT county_code, school_code, stage, ['undecided', 'met', 'not_met'][verdict + 1] FROM units) TO '${path}.units.csv' (HEADER false)`);
  return "ok";
}

async function milliseconds(work) {
  const start = performance.now();
  await work();
  return String(performance.now() - start);
}

if (process.argv[2] === "serve") {
  const connection = await open(process.argv[3]);
  await connection.run("CREATE TABLE county AS SELECT * FROM nation WHERE county_code = (SELECT min(county_code) FROM nation)");
  console.log("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, argument] = line.split(" ");
    if (command === "memory") {
      console.log(await milliseconds(() => connection.run(assess)));
    } else if (command === "county") {
      await connection.run("CREATE OR REPLACE VIEW w AS SELECT * FROM county");
      console.log(await milliseconds(() => connection.run(assess)));
      await connection.run("CREATE OR REPLACE VIEW w AS SELECT * FROM nation");
    } else if (command === "counts") {
      console.log(await counts(connection));
    } else if (command === "write") {
      console.log(await write(connection, argument));
    }
  }
} else {
  const connection = await open(process.argv[2]);
  await connection.run(assess);
  console.log(await counts(connection));
}
process.exit(0);
