#!/usr/bin/env bash
# The product, DuckDB and pandas side by side on the same generated nation. Fails when results differ by more than 1e-9.
# Needs the .NET SDK, node with npm, and Debian's python3-pandas. Usage: benchmarks/side-by-side/run.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")"
work=../.work
mkdir -p "$work"
[ -d node_modules/@duckdb ] || npm install --omit-lockfile-registry-resolved --no-audit --no-fund
dotnet publish ../Junheng.Benchmarks -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/side-by-side.lock.json -o "$work/program" --nologo -v quiet
dotnet publish ../../src/Junheng.Cli -c Release -o "$work/cli" --nologo -v quiet
[ -f "$work/nation.csv" ] || dotnet "$work/program/Junheng.Benchmarks.dll" generate "$work/nation.csv"
exec node run.mjs "$work" "${1:-15}"
