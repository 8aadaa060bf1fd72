#!/usr/bin/env bash
# Makes the pages of the documentation: document.sh FOLDER [option of swift package ...]
# One archive of all modules, so that articles link to any symbol. Warnings are errors.
set -euo pipefail
output=$(realpath -m "${1:?where do the pages go?}")
shift
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

graphs=$(swift package "$@" dump-symbol-graph --minimum-access-level public --skip-synthesized-members |
    sed -n 's/^Files written to //p')
mkdir "$work/graphs" "$work/all.docc"
for catalogue in Sources/*/*.docc; do
    module=$(basename "$catalogue" .docc)
    cp -r "$catalogue" "$work/all.docc/$module"
    cp "$graphs/$module".symbols.json "$graphs/$module"@*.symbols.json "$work/graphs/" 2>/dev/null ||
        cp "$graphs/$module".symbols.json "$work/graphs/"
done
# The house documents what is not obvious, and so not every parameter.
docc convert "$work/all.docc" --additional-symbol-graph-dir "$work/graphs" --output-path "$output" \
    --fallback-display-name Empreinte --fallback-bundle-identifier empreinte \
    --disable-parameters-and-returns-validation --warnings-as-errors
