"""A footprint as a service, with nothing but the standard library.

    python web.py models/france 8000
    curl -d '{"transport.car.km": 12000, "transport.car.fuel": "diesel"}' localhost:8000
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import empreinte

engine = empreinte.Engine()
pack = engine.open(sys.argv[1] if len(sys.argv) > 1 else "models/france")
evaluator = pack.evaluator()


class Footprints(BaseHTTPRequestHandler):
    """Answers in, footprint out; what is wrong with the answers is said with its code."""

    def do_POST(self):
        try:
            answers = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            person = evaluator.person(answers)
            self.reply(200, {id: values[0] for id, values in person.totals().items()})
        except empreinte.EmpreinteError as error:
            self.reply(422, {"code": error.code, "message": error.diagnostics[0].message})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self.reply(400, {"message": str(error)})

    def do_GET(self):
        self.reply(200, {id: question.label for id, question in pack.questions.items()})

    def reply(self, status, value):
        body = json.dumps(value, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 8000), Footprints)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
