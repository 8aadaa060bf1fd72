#!/bin/sh
# Runs the C clients under the address and the thread sanitizer, the library built with the same.
#
#   Tests/Clients/sanitizers.sh [address|thread] [BUILD_FOLDER]
#
# Swift's own libraries are built without them: what Dispatch does inside is left out of sight of the thread sanitizer,
# and what Swift keeps for as long as the process lives is no leak.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
which=${1:-address}
build=${2:-$root/.build-$which}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

swift build --scratch-path "$build" --sanitize="$which" --product EmpreinteC
swift build --scratch-path "$build" --sanitize="$which" --product empreinte
"$build/debug/empreinte" sample models/france --count 200 --seed 1 -o "$work/people.csv"
for client in contract footprints threads; do
    clang -std=c11 -g -O1 -fsanitize="$which" -ISources/CEmpreinte "Tests/Clients/c/$client.c" \
        -L"$build/debug" -lEmpreinteC -Wl,-rpath,"$build/debug" -lpthread -o "$work/$client"
done
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=1 TSAN_OPTIONS=halt_on_error=1
"$work/contract"
"$work/footprints" models/france "$work/people.csv" 20000 2 | wc -l
"$work/threads" models/france
