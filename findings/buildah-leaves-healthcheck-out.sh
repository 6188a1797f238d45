#!/usr/bin/env bash
# Guess: a Containerfile with a HEALTHCHECK makes an image that has one, whichever program builds it.
# What happens: buildah, and podman which builds by it, make images in the OCI format, which knows no health check: the line is left out with
#   one warning among the steps, and the build is well. A newsroom's container is then never found unhealthy, and a compose file that waits
#   for `service_healthy` waits for ever. `--format docker` keeps it.
# Seen: buildah 1.28.2 from Debian's packages, 2026-11-30. Source: https://docs.podman.io/en/latest/markdown/podman-build.1.html (--format)
set -euo pipefail
command -v buildah >/dev/null || { echo "buildah is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
printf 'FROM scratch\nCOPY page /page\nHEALTHCHECK --interval=30s CMD ["/page"]\n' > "$folder/Containerfile"
echo 'a page' > "$folder/page"
buildah() { command buildah --root "$folder/store" --runroot "$folder/run" "$@"; }
has() {
  buildah bud -q "$@" -t tried "$folder" >/dev/null 2>"$folder/said"
  buildah inspect --type image --format '{{.Docker.Config.Healthcheck}}' tried
}
command buildah --version
usual=$(has)
warned=$(cat "$folder/said")
docker=$(has --format docker)
echo "as it builds by itself: $usual ($warned)"
echo "with --format docker:   $docker"
[ "$usual" = "<nil>" ] && [[ "$docker" == *"/page"* ]]
