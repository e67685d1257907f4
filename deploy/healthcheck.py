"""Ask the bot in this container how it is: exit code 0 while everything works, else 1.

The image has no curl. Needs HTTP_PORT, which the image sets.
"""

import os
import sys
from urllib.request import ProxyHandler, build_opener


def main() -> int:
    """Ask on the loopback address, past any proxy."""
    address = f"http://127.0.0.1:{os.environ['HTTP_PORT']}/healthz"
    try:
        build_opener(ProxyHandler({})).open(address, timeout=3).close()
    except OSError:  # nobody there, or 503
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
