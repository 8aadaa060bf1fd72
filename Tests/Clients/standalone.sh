#!/bin/sh
# Proves that an installation needs no Swift: what the library exports, what it needs, and a C program that runs
# with the toolchain out of sight. Prints the size of the library and the median time to open it.
#
#   Tests/Clients/standalone.sh PREFIX
set -eu
prefix=$(cd "${1:?usage: standalone.sh PREFIX}" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
library=$prefix/lib/libEmpreinteC.so
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

nm -D --extern-only --defined-only "$library" | awk '{print $3}' | sort > "$work/exported"
grep -o 'emp_[a-z_]*' "$root/Sources/EmpreinteC/exports.map" | grep -v '^emp_$' | sort > "$work/listed"
diff "$work/listed" "$work/exported"
echo "exports the $(wc -l < "$work/listed") symbols of the list and no other"

if ldd "$library" | grep -i swift; then exit 1; fi
echo "needs $(ldd "$library" | sed -n 's/^\t\(lib[^ ]*\) =>.*/\1/p' | tr '\n' ' ')"

flags=$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --cflags --libs empreinte)
gcc -O1 "$root/Tests/Clients/c/footprints.c" $flags -Wl,-rpath,"$prefix/lib" -o "$work/footprints"
"$prefix/bin/empreinte" sample "$prefix/share/empreinte/models/france" --count 100 --seed 1 -o "$work/people.csv"
env -i PATH=/nowhere "$work/footprints" "$prefix/share/empreinte/models/france" "$work/people.csv" 1000 1 > "$work/own"
echo "runs without a toolchain: $(wc -l < "$work/own") people"

gcc -O1 "$root/Tests/Clients/c/opening.c" -ldl -o "$work/opening"
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do
    env -i "$work/opening" "$library"
done | sort -n | sed -n '11s/$/ µs to open, median of 21/p'
echo "$(stat -c %s "$library") bytes"
