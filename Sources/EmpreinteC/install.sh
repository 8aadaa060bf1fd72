#!/bin/sh
# Builds the library without a need for Swift and the command line, and puts them under a prefix:
# bin/empreinte, include/empreinte.h, lib/libEmpreinteC.so, lib/pkgconfig/empreinte.pc, share/empreinte/models.
#
#   Sources/EmpreinteC/install.sh PREFIX [BUILD_FOLDER]
set -eu
prefix=${1:?usage: install.sh PREFIX [BUILD_FOLDER]}
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${2:-$root/.build-install}
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd)

# The same flags for both products, so that modules are compiled once.
for product in EmpreinteC empreinte; do
    swift build --package-path "$root" --scratch-path "$build" -c release --product $product \
        -Xswiftc -static-stdlib -Xlinker -s -Xlinker --version-script="$root/Sources/EmpreinteC/exports.map"
done

version=$(sed -n 's/^#define EMP_VERSION "\(.*\)"$/\1/p' "$root/Sources/CEmpreinte/empreinte.h")
mkdir -p "$prefix/bin" "$prefix/include" "$prefix/lib/pkgconfig" "$prefix/share/empreinte"
install -m 755 "$build/release/empreinte" "$prefix/bin/"
install -m 755 "$build/release/libEmpreinteC.so" "$prefix/lib/"
install -m 644 "$root"/Sources/CEmpreinte/*.h "$prefix/include/"
sed -e "s|@PREFIX@|$prefix|" -e "s|@VERSION@|$version|" "$root/Sources/CEmpreinte/empreinte.pc.in" \
    > "$prefix/lib/pkgconfig/empreinte.pc"
cp -R "$root/models" "$prefix/share/empreinte/"
