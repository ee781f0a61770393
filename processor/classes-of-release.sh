#!/bin/sh
# Adds what this release generates to the classes that all later releases must run:
#   processor/classes-of-release.sh 0.1.0
# Once the release is out, its jar stays as it is; see ClassesOfReleasesTest.
set -eu
cd "$(dirname "$0")/.."
mvn -q -pl processor -am test -Dtest=ClassesOfReleasesTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dclasses.release="$1"
