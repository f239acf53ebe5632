#!/bin/sh
# Written by `foreword service install`: the companion with the settings it was installed with.
$settings
exec $python -m companion "$$@"
