# Sourced by ./run and ./styrkedja: ensure_built publishes src/Cli to artifacts/styrkedja when a source has changed since last time.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# The house is culture invariant; this lets the SDK too run on a machine without ICU.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
built=$root/artifacts/styrkedja

say() { printf '%s\n' "$*" >&2; }

# Name, size and time of every file that the program is built from: also a removed or an older file changes it.
sources() {
    (cd "$root" && find src data Directory.*.props global.json -type d \( -name bin -o -name obj \) -prune \
        -o -type f -printf '%p %s %T@\n' 2>/dev/null || true) | LC_ALL=C sort | sha256sum
}

ensure_dotnet() {
    if ! command -v dotnet >/dev/null; then
        say "Styrkedja needs the .NET SDK 10, and there is no dotnet on the path. Install it (Debian: package dotnet-sdk-10.0) and try again."
        exit 1
    fi
}

# Builds beside the old program and swaps it in whole, so that a build that is broken off leaves the old one standing.
build_program() {
    local now=$1 new=$built.new
    say "Building Styrkedja (a minute the first time) ..."
    rm -rf "$new"
    if ! dotnet publish "$root/src/Cli" -c Release -o "$new" --nologo -v quiet >&2; then
        say "The build failed; what is wrong stands above."
        return 1
    fi
    printf '%s\n' "$now" >"$new/built-from"
    rm -rf "$built.old"
    if [ -d "$built" ]; then mv "$built" "$built.old"; fi
    mv "$new" "$built"
    rm -rf "$built.old"
}

ensure_built() {
    ensure_dotnet
    mkdir -p "$root/artifacts"
    # Two that start at once build once: the second waits. The build itself is not handed the lock, since build servers outlive it.
    exec 9>"$root/artifacts/build.lock"
    if command -v flock >/dev/null; then flock 9; fi
    local now
    now=$(sources)
    if [ "$now" != "$(cat "$built/built-from" 2>/dev/null || true)" ]; then
        build_program "$now" 9>&- || exit 1
    fi
    exec 9>&-
}
