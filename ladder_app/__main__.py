"""`python -m ladder_app`."""

from ladder_app.cli import main

raise SystemExit(main())
