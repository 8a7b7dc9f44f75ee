# A PostgreSQL that lives as long as someone holds its standard input, and leaves nothing behind.
# Usage: sh -c SCRIPT NAME BIN_FOLDER BASE_FOLDER [postgres options]. The first line printed is its folder, which is
# also where its socket is; it listens on no port.
set -eu
trap '' INT # Ctrl-C reaches the whole group; stopping in order is for the one who holds the input
bin=$1 base=$2
shift 2
dir=$(mktemp -d "$base/sumberdaya-postgres-XXXXXX")
trap 'rm -rf "$dir"' EXIT
as=
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
  chown postgres "$dir"
  as="setpriv --reuid=postgres --regid=postgres --init-groups --"
fi
cd "$dir"
fail() {
  cat log >&2
  exit 1
}
$as "$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1 || fail
$as "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=200 "$@" >>log 2>&1 &
pid=$!
until "$bin/pg_isready" -q -h "$dir"; do
  kill -0 $pid 2>/dev/null || fail
  sleep 0.05
done
echo "$dir"
read -r _ || true
kill -INT $pid 2>/dev/null || true # fast shutdown: open sessions are ended
wait $pid || true
