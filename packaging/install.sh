#!/usr/bin/env sh
# Copies the packages to cTrader's folder; all of it is done by 'liq install'. Options go through: packaging/install.sh --undo
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
exec dotnet run --configuration Release --project "$root/Shared/LiqIndicators.Workbench" -- install "$@"
