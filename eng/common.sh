# Shared by the start script and the scripts of this folder; sourced, never run. Works with bash 3.2 and later.
# Every message goes to standard error, Chinese first, so that the product alone writes to standard output.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
sdk_needed="10.0"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A worker that outlives the build would keep the caller's pipes open.
export MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*" >&2; }

# have COMMAND: whether a program can be found.
have() { command -v "$1" >/dev/null 2>&1; }

# need_dotnet: the SDK, from PATH or the usual folders of its own installer; without it says how to get it and ends with 2.
need_dotnet() {
  if ! have dotnet && [ -x "$HOME/.dotnet/dotnet" ]; then
    export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"
  fi
  if have dotnet && dotnet --list-sdks 2>/dev/null | grep -q "^$sdk_needed\."; then
    return 0
  fi
  say "未找到 .NET SDK $sdk_needed。请按 https://dotnet.microsoft.com/download/dotnet/10.0 安装（版本见 global.json），然后重新运行。"
  say ".NET SDK $sdk_needed was not found. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 (version in global.json) and run again."
  exit 2
}

# tries N COMMAND…: repeats a command that needs the network.
tries() {
  local left="$1"
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 3
  done
}

# quietly COMMAND…: shows what a command says only when it fails, on standard error.
quietly() {
  local log status=0
  log="$(mktemp)"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [ "$status" = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# Everything that a program's build depends on, without what the build itself writes.
sources() {
  (cd "$root" && find src standards forms samples docs/guide docs/glossary.yaml Directory.Build.props Directory.Packages.props global.json .editorconfig \
    \( -name bin -o -name obj -o -name node_modules -o -path '*/wwwroot/dist' \) -prune -o -type f "$@" -print 2>/dev/null || true)
}

# is_fresh NAME FILE: whether FILE was built from the sources as they are: no source newer than the stamp, none added, none removed.
is_fresh() {
  local stamp="$root/artifacts/built-$1"
  [ -f "$2" ] && [ -f "$stamp" ] || return 1
  [ -z "$(sources -newer "$stamp" | head -n 1)" ] && [ "$(sources | sort | cksum)" = "$(cat "$stamp")" ]
}

# building NAME: notes when a build begins; built NAME: makes that note count.
building() { mkdir -p "$root/artifacts" && sources | sort | cksum >"$root/artifacts/built-$1.next"; }
built() { mv -f "$root/artifacts/built-$1.next" "$root/artifacts/built-$1"; }

# one_at_a_time COMMAND…: two calls of the start script never build at once, where flock can be had.
one_at_a_time() {
  mkdir -p "$root/artifacts"
  if have flock; then
    (flock 9 && "$@") 9>"$root/artifacts/build.lock"
  else
    "$@"
  fi
}
