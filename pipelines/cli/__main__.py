"""`python -m pipelines.cli` is `cchc`."""

from pipelines.cli.app import main

main()
