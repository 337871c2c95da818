#!/usr/bin/env sh
# Packs every algo; all of it is done by 'liq pack'. Options go through: packaging/pack.sh --help
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
exec dotnet run --configuration Release --project "$root/Shared/LiqIndicators.Workbench" -- pack --root "$root" "$@"
