"""Talks to a command in a terminal: converse.py COMMAND [ARGUMENT...]

Each line of standard input is typed at the next prompt; ^C interrupts and ^D ends the input. What the terminal showed
is printed, and the exit code is the command's (130 when it was interrupted).
"""

import os
import pty
import select
import signal
import sys

REPLIES = [line.rstrip("\n") for line in sys.stdin]
KEYS = {"^C": b"\x03", "^D": b"\x04"}

child, terminal = pty.fork()
if child == 0:
    # Whoever runs this may have had interruptions ignored, or held back.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.execv(sys.argv[1], sys.argv[1:])

shown = b""
seen = 0
while True:
    ready, _, _ = select.select([terminal], [], [], 60)
    if not ready:
        os.kill(child, 9)
        break
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if shown[seen:].endswith(b"> "):
        seen = len(shown)
        reply = REPLIES.pop(0) if REPLIES else "^D"
        os.write(terminal, KEYS.get(reply, reply.encode() + b"\n"))
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.exit(130 if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
