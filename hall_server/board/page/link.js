// Does with the browser's socket and clock what `session.js` decides: a fresh socket for each attempt, and no late word of
// an old one.
const TICK_MS = 100;

export class Link {
  // `onChange`: rows were put or dropped; `onLive`: they are live from now on, or stale.
  constructor(url, session, now, onChange, onLive) {
    this.url = url;
    this.session = session;
    this.now = now;
    this.onChange = onChange;
    this.onLive = onLive;
    this.sockets = new Map();
  }

  start() {
    window.setInterval(() => this.carryOut(this.session.tick(this.now())), TICK_MS);
    this.carryOut(this.session.connect(this.now()));
  }

  // The page is left: it shows nothing any more.
  leave() {
    for (const number of [...this.sockets.keys()]) this.close(number);
  }

  carryOut(effects) {
    for (const effect of effects) {
      if (effect.effect === "open") this.open(effect.socket);
      else if (effect.effect === "send") this.sockets.get(effect.socket).send(effect.text);
      else if (effect.effect === "close") this.close(effect.socket);
      else if (effect.effect === "changed") this.onChange();
      else if (effect.effect === "live") this.onLive(effect.live);
    }
  }

  open(number) {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.sockets.set(number, socket);
    const decoder = new TextDecoder();
    const textOf = (data) => (typeof data === "string" ? data : decoder.decode(data));
    const session = this.session;
    socket.onopen = () => this.carryOut(session.opened(number, this.now()));
    socket.onmessage = (message) => this.carryOut(session.received(number, textOf(message.data), this.now()));
    socket.onclose = () => this.carryOut(session.lost(number, this.now()));
    socket.onerror = () => this.carryOut(session.lost(number, this.now()));
  }

  close(number) {
    const socket = this.sockets.get(number);
    this.sockets.delete(number);
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
  }
}
