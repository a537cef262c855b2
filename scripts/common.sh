# Sourced by the other scripts: messages, the missing packages, the build.

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# install_missing NEED...: installs the packages of packages.txt that carry one of the NEEDs and are not there yet.
install_missing() {
  local list missing=() need package rest as_root=()
  list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
  if ! command -v dpkg-query apt-get >/dev/null; then
    echo "No apt here: the packages of scripts/packages.txt must be there already."
    return
  fi
  while read -r need package rest; do
    [[ " $* " == *" $need "* ]] || continue
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" == installed ]] || missing+=("$package")
  done < <(grep -v '^#' "$list")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || fail "packages are missing and there is no sudo: as root, run apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build PRESET [TARGET...]: configures and builds; the log is shown only where something is wrong.
build() {
  local preset=$1 log="build/$1.log"
  shift
  say "Building $preset (log: $log)"
  mkdir -p build
  cmake --preset "$preset" >"$log" 2>&1 || { tail -n 40 "$log" >&2; fail "configuring $preset failed, see $log"; }
  cmake --build --preset "$preset" ${1:+--target "$@"} >>"$log" 2>&1 ||
    { tail -n 40 "$log" >&2; fail "building $preset failed, see $log"; }
}
