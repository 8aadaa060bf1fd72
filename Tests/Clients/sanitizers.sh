#!/bin/sh
# Runs the C clients under the address and the thread sanitizer, the library built with the same.
#
#   Tests/Clients/sanitizers.sh [address|thread] [BUILD_FOLDER]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
which=${1:-address}
build=${2:-$root/.build-$which}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

# Swift's static values are made once and never freed: the symbols that make them end in _WZ.
echo 'leak:_WZ$' > "$work/suppressions"
export SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=halt_on_error=1
export ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions="$work/suppressions":print_suppressions=0

swift build --scratch-path "$build" --sanitize="$which" --product EmpreinteC
swift build --scratch-path "$build" --sanitize="$which" --product empreinte
"$build/debug/empreinte" sample models/france --count 200 --seed 1 -o "$work/people.csv"
# The thread sanitizer intercepts Dispatch, which it hence needs.
runtime=$(dirname "$(dirname "$(command -v swiftc)")")/lib/swift/linux
for client in contract footprints choices threads; do
    clang -std=c11 -g -O1 -fsanitize="$which" -ISources/CEmpreinte "Tests/Clients/c/$client.c" \
        -L"$build/debug" -lEmpreinteC -Wl,-rpath,"$build/debug" \
        -L"$runtime" -ldispatch -lBlocksRuntime -Wl,-rpath,"$runtime" -lpthread -o "$work/$client"
done
"$work/contract"
"$work/footprints" models/france "$work/people.csv" 20000 2 | wc -l
# Some choose alone, others split: half of the drivers get an electric car.
cat > "$work/choices.csv" <<EOF
*,transport.electric_car,1,2026,0.5
*,public.halve_food_waste,1,2025,1
0,goods.fewer_clothes,0.5,2027,1
5,goods.fewer_clothes,1,,0.5
EOF
"$work/choices" models/france "$work/people.csv" "$work/choices.csv" 2025 2030 5000 2 | wc -l
"$work/threads" models/france
