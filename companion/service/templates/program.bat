@echo off
rem Written by "foreword service install": the companion with the settings it was installed with.
$settings
$python -m companion %*
